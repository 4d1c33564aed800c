using System.Text.Json.Nodes;
using OrgLens.Functions.Tests.Hub;

namespace OrgLens.Functions.Tests.Receiver;

/// <summary>Messages that nobody can deal with, sent together and waited for until the queue has given them up.</summary>
/// <param name="hub">Where they are sent.</param>
public sealed class DeadLetters(RunningHub hub) : IAsyncLifetime
{
    public const string NoJson = "this is no JSON";
    public const string NoNotification = """{"answer":42}""";
    private readonly List<string> _bodies = [];

    /// <summary>The key of an object that was never there.</summary>
    public string GoneKey { get; } = SnapshotText.Key(hub.NewAccount());

    /// <summary>The key of an object that may not be read.</summary>
    public string DeniedKey { get; } = SnapshotText.Key(hub.NewAccount());

    /// <summary>What the dead-letter queue holds.</summary>
    public IReadOnlyList<string> Bodies => _bodies;

    public async Task InitializeAsync()
    {
        // Longer than the batching window; else a message could be twice in a batch.
        await hub.SetVisibilityTimeoutAsync(2);
        await hub.SnapshotBucket.DenyReadingAsync(DeniedKey);
        await hub.SendAsync(NoJson, NoNotification, Notification.Of(hub.SnapshotBucket.Name, GoneKey, "e1").ToJsonString());
        await hub.SnapshotBucket.PutAsync(DeniedKey, SnapshotText.Of(hub.NewAccount(), "unread").Bytes());
        await RunningHub.EventuallyAsync(async () => (await hub.Cloud.CountMessagesAsync()).Dead >= 4);
        await hub.SnapshotBucket.AllowReadingAsync();
        await hub.SetVisibilityTimeoutAsync(RunningHub.VisibilityTimeout);

        var queue = hub.Cloud.Resources.DeadLetterQueue.Url;
        var answer = await hub.Aws.CallAsync("sqs", "receive_message", new JsonObject { ["QueueUrl"] = queue, ["MaxNumberOfMessages"] = 10 });
        _bodies.AddRange(answer["Messages"]!.AsArray().Select(message => (string)message!["Body"]!));
        await hub.Aws.CallAsync("sqs", "purge_queue", new JsonObject { ["QueueUrl"] = queue });
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
