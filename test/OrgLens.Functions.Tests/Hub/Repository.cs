namespace OrgLens.Functions.Tests.Hub;

/// <summary>The files of the repository that these tests were built from.</summary>
internal static class Repository
{
    public static string Folder { get; } = Find();

    public static string Template { get; } = File("serverless.template");

    public static string Functions { get; } = File("artifacts", "functions", "OrgLens.Functions");

    public static string File(params ReadOnlySpan<string> path) => Path.Combine([Folder, .. path]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "OrgLens.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("The tests do not run below the repository.");
    }
}
