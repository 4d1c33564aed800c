namespace OrgLens.Tests.Audit;

/// <summary>Samples that lie beside the repository on some machines and are not part of it.</summary>
internal static class SharedSamples
{
    /// <summary>A folder of them; null where there is none.</summary>
    public static string? Folder(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "OrgLens.slnx")))
            {
                var samples = Path.Combine(folder.FullName, "..", "shared", "samples", name);
                return Directory.Exists(samples) ? samples : null;
            }
        }

        return null;
    }
}
