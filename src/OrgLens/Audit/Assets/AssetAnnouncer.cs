using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.RDSDataService.Model;
using OrgLens.Audit.Trail;
using OrgLens.Aws;
using OrgLens.Database;

namespace OrgLens.Audit.Assets;

/// <summary>
/// Tells others about changed assets: an EventBridge event <c>Asset Changed</c> of source <c>orglens</c> with the asset's whole new state. It is
/// sent after the change was committed, and again until EventBridge took it; several changes at once are one event.
/// </summary>
/// <param name="database">Knows which changes were not told yet.</param>
/// <param name="calls">The client.</param>
/// <param name="region">The Region of the bus.</param>
/// <param name="bus">Name or ARN of the bus.</param>
/// <remarks>https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html</remarks>
public sealed class AssetAnnouncer(DataApi database, IAwsCalls calls, string region, string bus)
{
    private const int EntriesPerCall = 10;

    // An answer of the Data API has 1 MiB, an asset with all the tags that it may have 20 KiB.
    private const int AtMost = 25;
    private const int Rounds = 20;

    private static readonly string UnannouncedStatement = SqlFiles.Read("calls/assets_unannounced");
    private static readonly string AnnouncedStatement = SqlFiles.Read("calls/assets_announced");

    /// <summary>The operation behind it.</summary>
    public static readonly AwsOperation PutEvents = AwsServices.EventBridge.Operation("PutEvents");

    /// <summary>Tells what changed of these assets, and some of what was left untold before.</summary>
    /// <param name="arns">The assets.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>Whether all of it was told.</returns>
    public async Task<bool> AnnounceAsync(IReadOnlyCollection<string> arns, CancellationToken cancellationToken)
    {
        for (var round = 1; ; round++)
        {
            var answer = await database.ExecuteAsync(UnannouncedStatement, [Parameter.Bytes("arns", AssetJson.Arns(arns)), Parameter.Text("at_most", $"{AtMost}")], cancellationToken);
            var waiting = answer.Records.Select(Read).ToList();
            var told = new List<AssetAnnouncement>();
            foreach (var some in waiting.Chunk(EntriesPerCall))
            {
                told.AddRange(await PutAsync(some, cancellationToken));
            }

            if (told.Count > 0)
            {
                await database.ExecuteAsync(AnnouncedStatement, [Parameter.Bytes("told", AssetJson.Announced(told))], cancellationToken);
            }

            if (told.Count < waiting.Count || waiting.Count < AtMost || round == Rounds)
            {
                return told.Count == waiting.Count;
            }
        }
    }

    private static AssetAnnouncement Read(List<Field> row)
    {
        using var change = JsonDocument.Parse(row[2].StringValue);
        return new AssetAnnouncement(row[0].LongValue!.Value, row[1].LongValue!.Value, change.RootElement.Text("arn")!, row[2].StringValue);
    }

    private async Task<IEnumerable<AssetAnnouncement>> PutAsync(AssetAnnouncement[] some, CancellationToken cancellationToken)
    {
        var entries = some.Select(one => (JsonNode?)new JsonObject
        {
            ["Source"] = "orglens",
            ["DetailType"] = "Asset Changed",
            ["EventBusName"] = bus,
            ["Resources"] = new JsonArray(one.Arn),
            ["Detail"] = one.Detail,
        });
        try
        {
            var answer = await calls.CallAsync(PutEvents, region, new JsonObject { ["Entries"] = new JsonArray([.. entries]) }, cancellationToken);
            // The entries of the answer are in the order of the question's; one that was not taken has an error.
            return some.Zip(answer.List("Entries")).Where(pair => pair.Second.Text("ErrorCode") is null).Select(pair => pair.First);
        }
        catch (AwsCallException)
        {
            return [];
        }
    }
}
