using System.Globalization;
using System.Text.Json.Nodes;
using OrgLens.Aws;
using OrgLens.Cli.Deploy;

namespace OrgLens.Cli.Hub;

/// <summary>Looks at the hub's queues: how many messages each has, by SQS, and how old the oldest is, by CloudWatch.</summary>
/// <remarks>https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html</remarks>
internal sealed class HubQueues(CommandContext context, IAwsCalls calls, TimeProvider clock)
{
    private static readonly AwsService s_sqs = new("SQS", "sqs", AwsProtocol.Json10, "2012-11-05") { TargetPrefix = "AmazonSQS" };

    private static readonly AwsOperation s_statistics = new AwsService("CloudWatch", "monitoring", AwsProtocol.Query, "2010-08-01").Operation("GetMetricStatistics");

    // SQS tells CloudWatch every minute, and CloudWatch tells it a little later.
    private static readonly TimeSpan s_lately = TimeSpan.FromMinutes(15);

    /// <summary>Whether the environment names any.</summary>
    public bool AreKnown => HubEnvironment.Queues.Any(queue => context.Variable(queue.Variable) is not null);

    /// <summary>All of those that the environment names.</summary>
    public async Task<IReadOnlyList<HubQueue>> ReadAsync(CancellationToken cancellationToken)
    {
        var queues = new List<HubQueue>();
        foreach (var (variable, isDead) in HubEnvironment.Queues)
        {
            if (context.Variable(variable) is { } url)
            {
                queues.Add(await ReadAsync(url, isDead, cancellationToken));
            }
        }

        return queues;
    }

    /// <summary>One queue by its address.</summary>
    public async Task<HubQueue> ReadAsync(string url, bool isDead, CancellationToken cancellationToken)
    {
        var name = url[(url.LastIndexOf('/') + 1)..];
        var input = new JsonObject { ["QueueUrl"] = url, ["AttributeNames"] = new JsonArray("ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible") };
        var attributes = (await calls.CallAsync(s_sqs.Operation("GetQueueAttributes"), context.Required("AWS_REGION"), input, cancellationToken)).Child("Attributes");
        var waiting = Number(attributes, "ApproximateNumberOfMessages");
        return new HubQueue(
            name, isDead, waiting, Number(attributes, "ApproximateNumberOfMessagesNotVisible"), waiting > 0 ? await OldestAsync(name, cancellationToken) : null);
    }

    private static long Number(AwsValue attributes, string name) => long.Parse(attributes.Text(name) ?? "0", CultureInfo.InvariantCulture);

    // SQS itself does not tell. Who may not ask CloudWatch, and a cloud without metrics, learn how many messages wait, but not since when.
    private async Task<TimeSpan?> OldestAsync(string queue, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var input = new JsonObject
        {
            ["Namespace"] = "AWS/SQS",
            ["MetricName"] = "ApproximateAgeOfOldestMessage",
            ["Dimensions"] = new JsonArray(new JsonObject { ["Name"] = "QueueName", ["Value"] = queue }),
            ["StartTime"] = Text(now - s_lately),
            ["EndTime"] = Text(now),
            ["Period"] = 60,
            ["Statistics"] = new JsonArray("Maximum"),
        };
        try
        {
            var points = (await calls.CallAsync(s_statistics, context.Required("AWS_REGION"), input, cancellationToken)).List("Datapoints");
            return points.OrderByDescending(point => point.Text("Timestamp"), StringComparer.Ordinal).Select(point => point.Number("Maximum")).FirstOrDefault() is { } seconds
                ? TimeSpan.FromSeconds((double)seconds)
                : null;
        }
        catch (AwsCallException)
        {
            return null;
        }
    }

    private static string Text(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
