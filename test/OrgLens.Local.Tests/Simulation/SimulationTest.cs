using System.Text.Json;
using System.Text.Json.Nodes;
using OrgLens.Local.Simulation;
using OrgLens.Local.Tests.Clients;

namespace OrgLens.Local.Tests.Simulation;

/// <summary>Calls the simulated services through boto3, which checks the shape of every answer.</summary>
[Collection(SharedSimulation.Name)]
public abstract class SimulationTest(SimulatedCloud cloud)
{
    protected SimulatedCloud Cloud { get; } = cloud;

    protected SimulatedAccount Account => Cloud.Account;

    protected string Home => Account.Regions[0];

    protected Task<JsonNode> CallAsync(string service, string operation, string arguments = "{}", SimulatedAccount? account = null, string? region = null) =>
        Cloud.Boto3.CallAsync(service, operation, Json(arguments), Role(account, region));

    protected Task<ForeignError> FailAsync(string service, string operation, string arguments = "{}", SimulatedAccount? account = null, string? region = null) =>
        Cloud.Boto3.FailAsync(service, operation, Json(arguments), Role(account, region));

    /// <summary>All items of all pages, of which there must be several.</summary>
    protected async Task<IReadOnlyList<JsonNode>> PagesAsync(
        string service, string operation, string items, string arguments = "{}", string tokenIn = "NextToken", string? tokenOut = null, SimulatedAccount? account = null, string? region = null)
    {
        var found = new List<JsonNode>();
        var request = Json(arguments);
        var pages = 0;
        string? token = null;
        do
        {
            if (token is not null)
            {
                request[tokenIn] = token;
            }

            var page = await Cloud.Boto3.CallAsync(service, operation, (JsonObject)request.DeepClone(), Role(account, region));
            found.AddRange(page[items]!.AsArray()!);
            token = (string?)page[tokenOut ?? tokenIn];
            pages++;
        }
        while (token is not null);

        Assert.True(pages > 1, $"{operation} has one page only");
        return found;
    }

    /// <summary>The document that the reference's sender would have written at this time.</summary>
    protected JsonElement Document(SimulatedAccount? account = null, string? region = null)
    {
        using var body = new MemoryStream();
        account ??= Account;
        new SnapshotSimulator(SimulatedCloud.Plan).Write(new SimulatedDocument(account, region ?? account.Regions[0], SimulatedCloud.Today), body);
        return JsonDocument.Parse(body.ToArray()).RootElement;
    }

    protected static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();

    private ForeignRole Role(SimulatedAccount? account, string? region) => new((account ?? Account).Id, region ?? (account ?? Account).Regions[0]);
}
