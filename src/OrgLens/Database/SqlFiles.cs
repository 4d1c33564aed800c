using System.Reflection;
using System.Text;

namespace OrgLens.Database;

/// <summary>The statements of the repository's <c>sql</c> folder, which travel inside this assembly.</summary>
public static class SqlFiles
{
    private const string Root = "sql/";

    /// <summary>Text of one file.</summary>
    /// <param name="name">Path below <c>sql</c> without the ending, for example <c>calls/open</c>.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Root + name + ".sql")
            ?? throw new FileNotFoundException($"There is no statement sql/{name}.sql.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>Names of all files below a folder, in the order of their names.</summary>
    /// <param name="folder">Folder below <c>sql</c>, for example <c>schema</c>.</param>
    public static IReadOnlyList<string> Under(string folder) =>
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith($"{Root}{folder}/", StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
            .Select(name => name[Root.Length..^".sql".Length])
            .Order(StringComparer.Ordinal)];
}
