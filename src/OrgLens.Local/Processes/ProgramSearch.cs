namespace OrgLens.Local.Processes;

/// <summary>Finds programs in the folders of PATH and elsewhere.</summary>
internal static class ProgramSearch
{
    /// <summary>The first existing file of that name, looking into <paramref name="folders"/> first, then into PATH.</summary>
    public static string? Find(string name, IEnumerable<string> folders) =>
        folders.Concat(PathFolders()).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>The folders of PATH.</summary>
    public static IEnumerable<string> PathFolders() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
}
