using System.Reflection;
using System.Text;

namespace OrgLens.Cli.Dashboard;

/// <summary>The page as the build bundled it (<c>src/OrgLens.Cli/Dashboard/Page</c>), which travels inside this assembly.</summary>
internal static class PageFiles
{
    private const string Root = "page/";

    /// <summary>The frame of the page.</summary>
    public static string Html => Read("index.html");

    /// <summary>The whole script, for a page that is one file.</summary>
    public static string ReportScript => Read("report.js");

    public static string Style => Read("page.css");

    /// <summary>The parts of the script that a browser asks for, and their contents.</summary>
    public static IEnumerable<(string Name, string Text)> ScriptParts => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Root, StringComparison.Ordinal) && name.EndsWith(".js", StringComparison.Ordinal))
        .Select(name => name[Root.Length..]).Where(name => name != "report.js").Select(name => (name, Read(name)));

    /// <exception cref="CommandException">The program was built without the page.</exception>
    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Root + name)
            ?? throw new CommandException("This program was built without its page", name, "run `make build`");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
