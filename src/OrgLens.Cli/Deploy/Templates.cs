using System.Text;

namespace OrgLens.Cli.Deploy;

/// <summary>The templates of cloudformation/, which travel inside the command: both are always of one version.</summary>
internal static class Templates
{
    /// <summary>A template's text by its name without ending.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(Templates).Assembly.GetManifestResourceStream($"cloudformation/{name}.yaml")
            ?? throw new FileNotFoundException($"There is no template cloudformation/{name}.yaml.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
