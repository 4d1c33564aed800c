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
        foreach (var (sheet, visual) in answers.Visuals)
        {
            if (analysis["undrawn"]?[visual] is null)
            {
                given[$"{sheet}/{visual}"] = await answers.VisualAsync(new VisualRequest(sheet, visual) { Chosen = chosen, IsWhole = true }, cancellationToken);
            }

            progress.Report(++done);
        }

        analysis["answers"] = given;
        analysis["chosen"] = chosen?.DeepClone();
        analysis["writtenAt"] = now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        return Assemble(analysis);
    }

    /// <summary>How many visuals there are to ask for.</summary>
    public static int Count(DashboardAnswers answers) => answers.Visuals.Count;

    private static string Assemble(JsonObject data)
    {
        var script = PageFiles.ReportScript;
        var style = PageFiles.Style;
        // Only this script and this style may run: what somebody wrote into a value of the data can't.
        var policy = $"default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; script-src '{Hash(script)}'; style-src '{Hash(style)}'";
        var json = data.ToJsonString().Replace("<", "\\u003c", StringComparison.Ordinal);
        // What follows the title in the head fetches the parts of the page where it is served.
        const string Title = "</title>";
        var html = PageFiles.Html;
        var parts = html[(html.IndexOf(Title, StringComparison.Ordinal) + Title.Length)..html.IndexOf("</head>", StringComparison.Ordinal)];
        return html
            .Replace("<meta charset=\"utf-8\">", $"<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">", StringComparison.Ordinal)
            .Replace(parts, $"\n<style>{style}</style>\n<script type=\"application/json\" id=\"answers\">{json}</script>\n", StringComparison.Ordinal)
            .Replace("</body>", $"<script>{script}</script>\n</body>", StringComparison.Ordinal);
    }

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
