using System.Globalization;
using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Audit.Replay;

/// <summary>
/// Sends the events of a time again, from the archive of an EventBridge bus to that bus. What they change is what is missing:
/// events that were applied are known by their ids.
/// </summary>
/// <param name="calls">The client.</param>
/// <param name="clock">Gives the replay its name, and the waits between looks at it.</param>
/// <remarks>https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-replay-archived-event.html</remarks>
public sealed class ArchiveReplay(IAwsCalls calls, TimeProvider clock)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);
    private static readonly AwsOperation DescribeEventBus = new(AwsServices.EventBridge, "DescribeEventBus");
    private static readonly AwsOperation ListArchives = new(AwsServices.EventBridge, "ListArchives") { Paging = AwsPaging.NextToken() };
    private static readonly AwsOperation DescribeArchive = new(AwsServices.EventBridge, "DescribeArchive");
    private static readonly AwsOperation StartReplay = new(AwsServices.EventBridge, "StartReplay");
    private static readonly AwsOperation DescribeReplay = new(AwsServices.EventBridge, "DescribeReplay");

    /// <summary>Starts a replay and waits until it has ended.</summary>
    /// <param name="bus">Name or ARN of the bus.</param>
    /// <param name="region">The bus's Region.</param>
    /// <param name="window">Whose events.</param>
    /// <param name="progress">Is told the share of the window that has been sent, from 0 to 1.</param>
    /// <param name="cancellationToken">Ends the waiting; a replay that has been started goes on.</param>
    /// <exception cref="ArchiveMissingException">The bus has no archive.</exception>
    /// <exception cref="AwsCallException">A call failed.</exception>
    public async Task<ArchiveReplayResult> RunAsync(
        string bus, string region, ReplayWindow window, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(window);
        var busArn = (await calls.CallAsync(DescribeEventBus, region, new JsonObject { ["Name"] = bus }, cancellationToken)).Text("Arn")
            ?? throw new AwsAnswerException(DescribeEventBus, "Arn", "is missing");
        var archive = await ArchiveAsync(busArn, region, cancellationToken);
        var name = string.Create(CultureInfo.InvariantCulture, $"orglens-{clock.GetUtcNow():yyyyMMdd'T'HHmmssfff}");
        await StartAsync(region, Request(name, archive, busArn, window), cancellationToken);
        while (true)
        {
            var replay = await calls.CallAsync(DescribeReplay, region, new JsonObject { ["ReplayName"] = name }, cancellationToken);
            if (replay.Instant("EventLastReplayedTime") is { } last)
            {
                progress?.Report(window.ShareBefore(last));
            }

            if (replay.Text("State") is { } state and not ("STARTING" or "RUNNING" or "CANCELLING"))
            {
                progress?.Report(1);
                return new ArchiveReplayResult(name, archive.Split('/')[^1], state, replay.Text("StateReason"));
            }

            await Task.Delay(BetweenLooks, clock, cancellationToken);
        }
    }

    private async Task<string> ArchiveAsync(string busArn, string region, CancellationToken cancellationToken)
    {
        await foreach (var page in calls.PagesAsync(ListArchives, region, new JsonObject { ["EventSourceArn"] = busArn }, cancellationToken))
        {
            foreach (var archive in page.List("Archives").Where(archive => archive.Text("EventSourceArn") == busArn))
            {
                var described = await calls.CallAsync(DescribeArchive, region, new JsonObject { ["ArchiveName"] = archive.Text("ArchiveName") }, cancellationToken);
                return described.Text("ArchiveArn") ?? throw new AwsAnswerException(DescribeArchive, "ArchiveArn", "is missing");
            }
        }

        throw new ArchiveMissingException($"The bus {busArn} has no archive.");
    }

    private async Task StartAsync(string region, JsonObject request, CancellationToken cancellationToken)
    {
        try
        {
            await calls.CallAsync(StartReplay, region, request, cancellationToken);
        }
        catch (AwsCallException exception) when (exception.Code == "ResourceAlreadyExistsException")
        {
            // Nobody else gives this name: the call was repeated after its answer had been lost.
        }
    }

    private static JsonObject Request(string name, string archive, string busArn, ReplayWindow window) => new()
    {
        ["ReplayName"] = name,
        ["Description"] = "orglens replay",
        ["EventSourceArn"] = archive,
        ["EventStartTime"] = window.From.ToUnixTimeSeconds(),
        ["EventEndTime"] = window.To.ToUnixTimeSeconds(),
        ["Destination"] = new JsonObject { ["Arn"] = busArn },
    };
}
