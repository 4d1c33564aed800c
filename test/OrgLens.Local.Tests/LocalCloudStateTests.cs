namespace OrgLens.Local.Tests;

public sealed class LocalCloudStateTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("orglens-state-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Has_no_environment_before_it_is_ready()
    {
        using var state = LocalCloudState.Acquire(_folder);

        Assert.Throws<LocalCloudException>(() => LocalCloudState.ReadEnvironment(_folder));
    }

    [Fact]
    public void Has_no_environment_when_nothing_runs_any_more()
    {
        using (var state = LocalCloudState.Acquire(_folder))
        {
            state.MarkReady(new Dictionary<string, string> { ["A"] = "1" });
            Assert.Equal("1", LocalCloudState.ReadEnvironment(_folder)["A"]);
            // What a process leaves that was killed.
            File.Copy(Path.Combine(_folder, "ready.json"), Path.Combine(_folder, "left"));
        }

        File.Move(Path.Combine(_folder, "left"), Path.Combine(_folder, "ready.json"));

        Assert.Throws<LocalCloudException>(() => LocalCloudState.ReadEnvironment(_folder));
    }

    [Fact]
    public void Has_no_environment_where_nothing_ever_ran() =>
        Assert.Throws<LocalCloudException>(() => LocalCloudState.ReadEnvironment(Path.Combine(_folder, "nowhere")));
}
