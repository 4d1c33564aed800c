using System.Text.Json.Nodes;

namespace OrgLens.Cli.Tests.Commands;

/// <summary>A database that has heard of two days ago, yesterday and today.</summary>
public sealed class ChangesFixture : IAsyncLifetime
{
    public const string Account = "111122223333";

    /// <summary>More than two pages of them.</summary>
    public const int Many = 700;

    private readonly DatabaseFixture _database = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("changes");

    public IReadOnlyDictionary<string, string> Environment => _database.Environment;

    public DateOnly Today { get; } = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        await LoadAsync(Account, "shop", 2, ("key-1", "Enabled"), ("key-2", "Enabled"));
        await LoadAsync(Account, "shop", 1, ("key-1", "Enabled"));
        await LoadAsync(Account, "shop", 0, ("key-1", "Disabled"), ("key-3", "Enabled"));
        await LoadAsync("444455556666", "lab", 1, ("key-1", "Enabled"));
        await LoadAsync("444455556666", "lab", 0, ("key-1", "Disabled"));
        // Its years are long gone: no question without a date sees them.
        await LoadAsync("888899990000", "crowd", 3000);
        await LoadAsync("888899990000", "crowd", 2999, [.. Enumerable.Range(0, Many).Select(i => ($"key-{i}", "Enabled"))]);
    }

    public async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>A line for what an answer says.</summary>
    public string Describe(JsonNode row)
    {
        var day = row["at"]!.ToString()[..10] == $"{Today:yyyy-MM-dd}" ? "today" : row["at"]!.ToString()[..10] == $"{Today.AddDays(-1):yyyy-MM-dd}" ? "yesterday" : row["at"]!.ToString();
        var change = row["column"] is null ? "" : $" {row["column"]}: {row["old"]} → {row["new"]}";
        return $"{day} {row["table"]} {row["key"]} {row["kind"]}{change}";
    }

    private async Task LoadAsync(string account, string name, int daysAgo, params (string Arn, string State)[] keys)
    {
        var day = Today.AddDays(-daysAgo);
        var document = new JsonObject
        {
            ["schema_version"] = "1",
            ["collected_at"] = $"{day:yyyy-MM-dd}T00:00:00Z",
            ["account"] = new JsonObject { ["account_id"] = account, ["account_name"] = name },
            ["security"] = new JsonObject { ["kms"] = new JsonArray([.. keys.Select(key => new JsonObject { ["arn"] = key.Arn, ["key_state"] = key.State })]) },
            ["coverage"] = new JsonArray(new JsonObject { ["collector"] = "security.kms", ["region"] = "eu-west-1", ["status"] = keys.Length == 0 ? "empty" : "complete" }),
        };
        foreach (var member in (string[])["config", "cost", "inventory", "logs"])
        {
            document[member] = new JsonObject();
        }

        foreach (var list in (string[])["service", "marketplace", "trusted_advisor", "health", "application", "resilience_hub", "service_resources", "compute_optimizer", "ri_sp_savings", "config_inventory", "support_tickets"])
        {
            document[list] = new JsonArray();
        }

        var path = Path.Combine(_folder.FullName, "document.json");
        await File.WriteAllTextAsync(path, document.ToJsonString());
        using var terminal = new RecordingTerminal { Environment = Environment };
        Assert.True(await terminal.RunAsync("ingest", path, "--key", $"data/{account}/eu-west-1/{day:yyyy-MM-dd}_DAILY.json") == ExitCode.Fine, terminal.Error);
    }
}
