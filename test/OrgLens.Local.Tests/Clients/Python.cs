namespace OrgLens.Local.Tests.Clients;

/// <summary>The Python that has boto3: the one moto was installed with.</summary>
public static class Python
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = System.IO.Path.Combine(folder.FullName, ".venv", "bin", "python3");
            if (File.Exists(candidate))
            {
                return candidate;
            }
        }

        return "python3";
    }
}
