using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using OrgLens.Dashboards;

namespace OrgLens.QuickSight;

/// <summary>An analysis as a bundle for one account: it names that account's data sets and nobody of where it comes from.</summary>
/// <param name="Bundle">The zip. The same analysis always makes the same bytes.</param>
/// <param name="Fingerprint">Sixteen characters of its content's hash.</param>
internal sealed record AnalysisPackage(byte[] Bundle, string Fingerprint)
{
    private const int FingerprintLength = 16;

    // Zip knows no earlier time.
    private static readonly DateTimeOffset s_noTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Packs an analysis.</summary>
    /// <param name="analysis">The analysis.</param>
    /// <param name="id">Its id in the account.</param>
    /// <param name="name">Its name.</param>
    /// <param name="dataSetArns">The account's data sets by the identifiers in the analysis.</param>
    public static AnalysisPackage Make(Analysis analysis, string id, string name, IReadOnlyDictionary<string, string> dataSetArns)
    {
        var document = (JsonObject)analysis.Document.DeepClone();
        document["analysisId"] = id;
        document["name"] = name;
        // Whom it was shown to there, and how it was filed.
        document.Remove("permissions");
        document.Remove("tags");
        if (document.Text("themeArn") is { } theme && !theme.Contains("::aws:theme/", StringComparison.Ordinal))
        {
            document.Remove("themeArn");
        }

        foreach (var declaration in document["definition"].Items("dataSetIdentifierDeclarations"))
        {
            declaration["dataSetArn"] = dataSetArns[declaration.Required("identifier")];
        }

        var text = Encoding.UTF8.GetBytes(document.ToJsonString());
        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            var entry = archive.CreateEntry($"analysis/{id}.json", CompressionLevel.SmallestSize);
            entry.LastWriteTime = s_noTime;
            using var stream = entry.Open();
            stream.Write(text);
        }

        return new AnalysisPackage(buffer.ToArray(), Convert.ToHexStringLower(SHA256.HashData(text))[..FingerprintLength]);
    }
}
