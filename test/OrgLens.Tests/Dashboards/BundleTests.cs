using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using OrgLens.Dashboards;

namespace OrgLens.Tests.Dashboards;

/// <summary>An analysis that somebody exported is opened, and what can't be drawn of it is said.</summary>
public sealed class BundleTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bundle");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_bundle_says_which_of_its_visuals_are_not_drawn_and_why()
    {
        var path = Path.Combine(_folder.FullName, "theirs.qs");
        Pack(path, ("analysis/x.json", """
            {"resourceType": "analysis", "analysisId": "x", "name": "Theirs", "definition": {"sheets": [{"sheetId": "s", "visuals": [
              {"kpivisual": {"visualId": "drawn", "chartConfiguration": {"fieldWells": {"values": [{"numericalMeasureField": {"fieldId": "f", "column": {"dataSetIdentifier": "v", "columnName": "a"}}}]}}}},
              {"wordCloudVisual": {"visualId": "cloud"}},
              {"kpivisual": {"visualId": "elsewhere", "chartConfiguration": {"fieldWells": {"values": [{"numericalMeasureField": {"fieldId": "f", "column": {"dataSetIdentifier": "v", "columnName": "gone"}}}]}}}},
              {"pieChartVisual": {"visualId": "multiples", "chartConfiguration": {"fieldWells": {"pieChartAggregatedFieldWells": {"smallMultiples": [{"categoricalDimensionField": {"fieldId": "f", "column": {"dataSetIdentifier": "v", "columnName": "a"}}}]}}}}}]}]}}
            """));
        var analysis = AnalysisBundle.Open(path);
        Assert.Equal("Theirs", analysis.Name);
        var questions = new VisualQuestions(analysis, ColumnCatalog.Of([("v", "a", "INTEGER")]), TimeProvider.System);
        var parameters = ParameterValues.Defaults(analysis, default);
        Assert.Equal("v", Assert.Single(questions.Of(new VisualRequest("s", "drawn"), parameters)).View);
        Assert.Equal("Visuals of the kind wordCloudVisual are not drawn here.", Refusal("cloud"));
        Assert.Equal("v has no column gone.", Refusal("elsewhere"));
        Assert.Equal("Small multiples are not drawn here.", Refusal("multiples"));

        string Refusal(string visual) => Assert.Throws<DashboardException>(() => questions.Of(new VisualRequest("s", visual), parameters)).Message;
    }

    [Fact]
    public void What_is_no_bundle_is_said()
    {
        var path = Path.Combine(_folder.FullName, "x.qs");
        File.WriteAllText(path, "no zip");
        Assert.Throws<DashboardException>(() => AnalysisBundle.Open(path));
        File.Delete(path);
        Pack(path, ("theme/x.json", "{}"));
        Assert.Throws<DashboardException>(() => AnalysisBundle.Open(path));
    }

    [Fact]
    public void A_folder_of_readable_definitions_is_the_same_as_what_the_program_carries()
    {
        foreach (var (name, file) in DashboardFiles.Embedded())
        {
            var path = Path.Combine(_folder.FullName, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.ToJsonString());
        }

        Assert.True(JsonNode.DeepEquals(AnalysisJoiner.Join(DashboardFiles.Embedded()).Document, AnalysisBundle.Open(_folder.FullName).Document));
    }

    private static void Pack(string path, params (string Name, string Text)[] entries)
    {
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, text) in entries)
        {
            using var stream = archive.CreateEntry(name).Open();
            stream.Write(Encoding.UTF8.GetBytes(text));
        }
    }
}
