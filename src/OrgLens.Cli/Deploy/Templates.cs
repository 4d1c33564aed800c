using System.Text;

namespace OrgLens.Cli.Deploy;

/// <summary>The templates, which travel inside the command: both are always of one version.</summary>
internal static class Templates
{
    /// <summary>A template's text by its file's name in the repository.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(Templates).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException($"There is no template {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
