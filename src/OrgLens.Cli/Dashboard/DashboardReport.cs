using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using OrgLens.Dashboards;

namespace OrgLens.Cli.Dashboard;

/// <summary>Writes the page and all its answers into one file that needs nothing else.</summary>
internal static class DashboardReport
{
    /// <summary>The file's text.</summary>
    public static async Task<string> WriteAsync(DashboardAnswers answers, JsonObject? chosen, DateTimeOffset now, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var analysis = answers.Describe();
        var given = new JsonObject();
        var done = 0;
        foreach (var (sheet, visual) in Visuals(analysis))
        {
            if (analysis["undrawn"]?[visual] is null)
            {
                given[$"{sheet}/{visual}"] = await answers.VisualAsync(sheet, visual, chosen, [], 0, cancellationToken);
            }

            progress.Report(++done);
        }

        analysis["answers"] = given;
        analysis["chosen"] = chosen?.DeepClone();
        analysis["writtenAt"] = now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        return Assemble(analysis);
    }

    /// <summary>How many visuals there are to ask for.</summary>
    public static int Count(DashboardAnswers answers) => Visuals(answers.Describe()).Count();

    private static IEnumerable<(string Sheet, string Visual)> Visuals(JsonObject analysis) =>
        from sheet in (analysis["definition"]?["sheets"] as JsonArray ?? []).OfType<JsonObject>()
        from visual in (sheet["visuals"] as JsonArray ?? []).OfType<JsonObject>()
        select (sheet["sheetId"]!.ToString(), visual.First().Value!["visualId"]!.ToString());

    private static string Assemble(JsonObject data)
    {
        var script = PageFiles.Script;
        var style = PageFiles.Style;
        // Only this script and this style may run: what somebody wrote into a value of the data can't.
        var policy = $"default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; script-src '{Hash(script)}'; style-src '{Hash(style)}'";
        var json = data.ToJsonString().Replace("<", "\\u003c", StringComparison.Ordinal);
        return PageFiles.Html
            .Replace("<meta charset=\"utf-8\">", $"<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">", StringComparison.Ordinal)
            .Replace("<link rel=\"stylesheet\" href=\"/page.css\">", $"<style>{style}</style>", StringComparison.Ordinal)
            .Replace("<script src=\"/page.js\" defer></script>", $"<script type=\"application/json\" id=\"answers\">{json}</script>", StringComparison.Ordinal)
            .Replace("</body>", $"<script>{script}</script>\n</body>", StringComparison.Ordinal);
    }

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
