using System.Globalization;
using System.Text.Json.Nodes;
using OrgLens.Tests.Cluster;
using OrgLens.Tests.Receiver;

namespace OrgLens.Tests.Database.Questions;

/// <summary>
/// An account with one thing that each question looks for, and one that it must not take for that; a day later, when an instance is gone;
/// and another account that fell silent and has no trail.
/// </summary>
public sealed class PlantedDatabase : IAsyncLifetime
{
    private const string Account = "111122223333";

    internal TestDatabase Database { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync();
        await LoadAsync("2026-11-12", Read());
        var nextDay = Read();
        nextDay["collected_at"] = "2026-11-13T03:00:00Z";
        var resources = nextDay["service_resources"]!.AsArray();
        resources.Remove(resources.Single(resource => (string)resource!["resource_id"]! == "i-well"));
        await LoadAsync("2026-11-13", nextDay);
        await LoadAsync("2026-10-12", Silent());
    }

    public Task DisposeAsync() => Database.DisposeAsync().AsTask();

    private static JsonObject Read() => JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Database", "planted-account.json")))!.AsObject();

    private static JsonObject Silent()
    {
        var document = EmptyDocument.Of("444455556666");
        document["collected_at"] = "2026-10-12T02:00:00Z";
        document["account"]!["account_name"] = "silent";
        document["coverage"] = new JsonArray(new JsonObject { ["collector"] = "security.cloudtrail", ["region"] = "eu-west-1", ["status"] = "empty" });
        return document;
    }

    private async Task LoadAsync(string day, JsonObject document)
    {
        var account = (string)document["account"]!["account_id"]!;
        await Database.LoadAsync(TestSnapshot.Of($"data/{account}/{(account == Account ? "eu-west-1" : "us-east-1")}/{day}_DAILY.json", DateTimeOffset.Parse((string)document["collected_at"]!, CultureInfo.InvariantCulture).AddMinutes(5), document));
    }
}
