using System.Reflection;
using System.Text;

namespace OrgLens.Cli.Dashboard;

/// <summary>The page as the build bundled it (<c>src/OrgLens.Cli/Dashboard/Page</c>), which travels inside this assembly.</summary>
internal static class PageFiles
{
    /// <summary>The frame of the page.</summary>
    public static string Html => Read("index.html");

    public static string Script => Read("page.js");

    public static string Style => Read("page.css");

    /// <exception cref="CommandException">The program was built without the page.</exception>
    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("page/" + name)
            ?? throw new CommandException("This program was built without its page", name, "run `make build`");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
