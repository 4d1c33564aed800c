using System.Text.Json.Nodes;
using OrgLens.Functions.Tests.Hub;

namespace OrgLens.Functions.Tests.Audit;

/// <summary>Ten events for a queue of the audit, one of which the database refuses until the cause is gone.</summary>
/// <param name="hub">Where it is.</param>
/// <param name="queue">What the template calls it.</param>
/// <param name="dead">Its dead-letter queue.</param>
/// <param name="table">The history that its function writes.</param>
/// <param name="pattern">An event of its kind.</param>
/// <param name="hidden">Seconds that a received message stays hidden: longer than the batching window, else it could be twice in a batch.</param>
public sealed class PoisonedBatch(RunningHub hub, string queue, string dead, string table, string pattern, int hidden)
{
    private readonly string _account = hub.NewAccount();
    private readonly Guid _refused = Guid.NewGuid();
    private string _poison = "";

    /// <summary>Events in the history once the poison was given up.</summary>
    public IReadOnlyList<string> Before { get; private set; } = [];

    /// <summary>How often a function has reported the poison, and how often anything else of the batch.</summary>
    public (int Poison, int Others) Reports { get; private set; }

    /// <summary>Messages that were given up.</summary>
    public IReadOnlyList<string> Letters { get; private set; } = [];

    /// <summary>The refused event's rows after it was driven back, with their versions.</summary>
    public IReadOnlyList<string> Redriven { get; private set; } = [];

    /// <summary>The same after it was driven back once more.</summary>
    public IReadOnlyList<string> Again { get; private set; } = [];

    /// <summary>The event that the database refuses.</summary>
    public string Poison => _poison;

    public async Task RunAsync()
    {
        var bodies = Enumerable.Range(0, 10).Select(number => Event(number == 4 ? _refused : Guid.NewGuid())).ToList();
        _poison = bodies[4];
        // Only this event is refused: whatever else runs here is not concerned.
        await hub.ReadAsync($"alter table {table} add constraint {table}_refused check (event_id <> '{_refused}') not valid");
        await SetVisibilityTimeoutAsync(hidden);
        // A receive that waits already hides its messages for as long as was said before: it gets one that nobody wants.
        await SendAsync(await File.ReadAllTextAsync(Repository.File("test", "data", "trail", "envelopes", "eventbridge-ec2-state-change.json")));
        await RunningHub.EventuallyAsync(IsEmptyAsync);
        var sent = await hub.Aws.CallAsync("sqs", "send_message_batch", new JsonObject
        {
            ["QueueUrl"] = Url(queue),
            ["Entries"] = new JsonArray([.. bodies.Select((body, index) => new JsonObject { ["Id"] = $"m{index}", ["MessageBody"] = body })]),
        });
        var ids = sent["Successful"]!.AsArray().ToDictionary(entry => (string)entry!["Id"]!, entry => (string)entry!["MessageId"]!);

        await RunningHub.EventuallyAsync(TakeLettersAsync);
        Before = await CountAsync();
        Reports = (ReportsOf(ids["m4"]), ids.Where(id => id.Key != "m4").Sum(id => ReportsOf(id.Value)));

        await hub.ReadAsync($"alter table {table} drop constraint {table}_refused");
        await SetVisibilityTimeoutAsync(RunningHub.VisibilityTimeout);
        Redriven = await DriveBackAsync();
        Again = await DriveBackAsync();
    }

    // What start-message-move-task does, which the emulator lacks: the same body once more, as a new message.
    private async Task<IReadOnlyList<string>> DriveBackAsync()
    {
        await SendAsync(_poison);
        await RunningHub.EventuallyAsync(async () => await IsEmptyAsync() && await CountAsync() is ["10"]);
        return await hub.ReadAsync($"select event_id::text, xmin::text from {table} where account = $1 and event_id = $2", _account, _refused);
    }

    private async Task<bool> TakeLettersAsync()
    {
        var answer = await hub.Aws.CallAsync("sqs", "receive_message", new JsonObject { ["QueueUrl"] = Url(dead), ["MaxNumberOfMessages"] = 10 });
        var messages = answer["Messages"]?.AsArray() ?? [];
        foreach (var message in messages)
        {
            await hub.Aws.CallAsync("sqs", "delete_message", new JsonObject { ["QueueUrl"] = Url(dead), ["ReceiptHandle"] = (string)message!["ReceiptHandle"]! });
        }

        Letters = [.. Letters, .. messages.Select(message => (string)message!["Body"]!)];
        return Letters.Contains(_poison, StringComparer.Ordinal);
    }

    private async Task<bool> IsEmptyAsync()
    {
        string[] names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"];
        var answer = await hub.Aws.CallAsync("sqs", "get_queue_attributes", new JsonObject { ["QueueUrl"] = Url(queue), ["AttributeNames"] = new JsonArray("All") });
        return names.All(name => (string)answer["Attributes"]![name]! == "0");
    }

    private async Task SendAsync(string body) =>
        await hub.Aws.CallAsync("sqs", "send_message", new JsonObject { ["QueueUrl"] = Url(queue), ["MessageBody"] = body });

    private async Task SetVisibilityTimeoutAsync(int seconds) => await hub.Aws.CallAsync("sqs", "set_queue_attributes", new JsonObject
    {
        ["QueueUrl"] = Url(queue),
        ["Attributes"] = new JsonObject { ["VisibilityTimeout"] = $"{seconds}" },
    });

    private Task<IReadOnlyList<string>> CountAsync() => hub.ReadAsync($"select count(distinct event_id) from {table} where account = $1", _account);

    private int ReportsOf(string messageId) => hub.Log.Count(line => line.Contains($"{messageId} goes back to its queue", StringComparison.Ordinal));

    private string Url(string id) => hub.Cloud.Resources.Queues[id].Url;

    private string Event(Guid id)
    {
        var envelope = JsonNode.Parse(File.ReadAllText(Repository.File("test", "data", "trail", "envelopes", pattern + ".json")))!;
        envelope["detail"]!["eventID"] = id.ToString();
        envelope["detail"]!["recipientAccountId"] = _account;
        return envelope.ToJsonString();
    }
}
