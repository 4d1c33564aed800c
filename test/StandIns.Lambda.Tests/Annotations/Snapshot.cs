namespace StandIns.Lambda.Tests.Annotations;

/// <summary>Compares with a file under Snapshots; ACCEPT_SNAPSHOTS=folder writes what was generated there instead.</summary>
internal static class Snapshot
{
    public static void Matches(string name, string actual)
    {
        if (Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") is { Length: > 0 } folder)
        {
            File.WriteAllText(Path.Combine(folder, name), actual + (actual.EndsWith('\n') ? string.Empty : "\n"));
        }

        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Snapshots", name)).TrimEnd('\n'), actual.TrimEnd('\n'));
    }
}
