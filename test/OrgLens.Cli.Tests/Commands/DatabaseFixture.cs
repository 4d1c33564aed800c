using OrgLens.Local;

namespace OrgLens.Cli.Tests.Commands;

/// <summary>A local cloud without functions, with an empty database that <c>orglens db migrate</c> has migrated.</summary>
public sealed class DatabaseFixture : IAsyncLifetime
{
    private readonly DirectoryInfo _state = Directory.CreateTempSubdirectory("orglens-cli");
    private LocalCloud _cloud = null!;

    public IReadOnlyDictionary<string, string> Environment => _cloud.Environment;

    public async Task InitializeAsync()
    {
        _cloud = await LocalCloud.StartAsync(new LocalCloudOptions { Port = 0, StateFolder = _state.FullName, MigrationFunction = null, IsDurable = false });
        using var terminal = new RecordingTerminal { Environment = Environment };
        Assert.True(await terminal.RunAsync("db", "migrate") == ExitCode.Fine, terminal.Error);
    }

    public async Task DisposeAsync()
    {
        await _cloud.DisposeAsync();
        _state.Delete(recursive: true);
    }
}
