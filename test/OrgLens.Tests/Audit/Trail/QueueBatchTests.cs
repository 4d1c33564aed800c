using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.SQS;
using OrgLens.Audit.Trail;
using OrgLens.Tests.Aws;

namespace OrgLens.Tests.Audit.Trail;

public sealed class QueueBatchTests
{
    [Theory]
    [InlineData(25, 100, new[] { 10, 10, 5 })]
    [InlineData(5, 100_000, new[] { 2, 2, 1 })]
    [InlineData(3, QueueBatch.LargestBytes, new[] { 1, 1, 1 })]
    [InlineData(0, 1, new int[0])]
    public async Task Sends_as_many_in_a_request_as_a_queue_takes(int messages, int bytes, int[] requests)
    {
        await using var server = await WireServer.StartAsync(request => Answer(request, _ => null));
        var batch = Batch(server);

        for (var i = 0; i < messages; i++)
        {
            await batch.AddAsync(new string('x', bytes), CancellationToken.None);
        }

        await batch.SendAsync(CancellationToken.None);

        Assert.Equal(requests, server.Requests.Select(request => Entries(request).Count));
        Assert.Equal(messages, batch.Sent);
    }

    [Fact]
    public async Task Sends_only_those_again_that_failed()
    {
        var seen = new HashSet<string>();
        await using var server = await WireServer.StartAsync(request => Answer(request, entry => (string)entry["MessageBody"]! is "b" or "d" && seen.Add((string)entry["MessageBody"]!) ? "InternalError" : null));
        var batch = Batch(server);
        foreach (var body in (string[])["a", "b", "c", "d"])
        {
            await batch.AddAsync(body, CancellationToken.None);
        }

        await batch.SendAsync(CancellationToken.None);

        Assert.Equal(["abcd", "bd"], server.Requests.Select(request => string.Concat(Entries(request).Select(entry => (string)entry!["MessageBody"]!))));
        Assert.Equal(4, batch.Sent);
    }

    [Theory]
    [InlineData("InternalError", 5)]
    [InlineData("InvalidMessageContents", 1)]
    public async Task Gives_up_in_the_end_and_at_once_where_the_sender_is_at_fault(string code, int requests)
    {
        await using var server = await WireServer.StartAsync(request => Answer(request, _ => code));
        var batch = Batch(server);
        await batch.AddAsync("a secret", CancellationToken.None);

        var failure = await Assert.ThrowsAsync<AmazonSQSException>(() => batch.SendAsync(CancellationToken.None));

        Assert.Equal($"1 messages could not be queued: {code}", failure.Message);
        Assert.Equal(requests, server.Requests.Count);
    }

    [SuppressMessage("Security", "CA5351", Justification = "It is what SQS answers with.")]
    private static WireAnswer Answer(WireRequest request, Func<JsonNode, string?> failure)
    {
        var (successful, failed) = (new JsonArray(), new JsonArray());
        foreach (var entry in Entries(request))
        {
            if (failure(entry!) is { } code)
            {
                failed.Add(new JsonObject { ["Id"] = (string)entry!["Id"]!, ["Code"] = code, ["SenderFault"] = code != "InternalError" });
            }
            else
            {
                var digest = Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes((string)entry!["MessageBody"]!)));
                successful.Add(new JsonObject { ["Id"] = (string)entry["Id"]!, ["MessageId"] = "m", ["MD5OfMessageBody"] = digest });
            }
        }

        return WireAnswer.Of(new JsonObject { ["Successful"] = successful, ["Failed"] = failed }.ToJsonString(), contentType: "application/x-amz-json-1.0");
    }

    private static JsonArray Entries(WireRequest request) => JsonNode.Parse(request.Body)!["Entries"]!.AsArray();

    private static QueueBatch Batch(WireServer server)
    {
        var sqs = new AmazonSQSClient(new BasicAWSCredentials("local", "local"), new AmazonSQSConfig { ServiceURL = server.Url.ToString(), AuthenticationRegion = "eu-west-1" });
        return new QueueBatch(sqs, new Uri(server.Url, "123456789012/q").ToString(), new HastyClock());
    }

    /// <summary>A clock that lets nobody wait.</summary>
    private sealed class HastyClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
