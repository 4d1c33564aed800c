using System.Globalization;
using System.Text.Json.Nodes;
using OrgLens.Aws;
using OrgLens.Cli.Deploy;

namespace OrgLens.Cli.Doctor;

/// <summary>Looks at the queues and at the key's policy.</summary>
internal sealed class CloudExamination(CommandContext context, IAwsCalls calls, TimeProvider clock)
{
    private static readonly AwsService s_sqs = new("SQS", "sqs", AwsProtocol.Json10, "2012-11-05") { TargetPrefix = "AmazonSQS" };

    // Two looks tell a queue that nobody reads from one that is being emptied.
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(3);

    private string Region => context.Required("AWS_REGION");

    public async Task<IReadOnlyList<Finding>> QueuesAsync(CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        foreach (var (variable, isDead) in HubEnvironment.Queues)
        {
            if (context.Variable(variable) is { } url)
            {
                findings.Add(await QueueAsync(url, isDead, cancellationToken));
            }
        }

        return findings;
    }

    public async Task<IReadOnlyList<Finding>> KeyAsync(CancellationToken cancellationToken)
    {
        if (context.Variable("ANALYTICS_KMS_KEY") is not { } key || context.Variable("AWS_ENDPOINT_URL") is not null)
        {
            // The key of a local cloud is asked by nobody.
            return [];
        }

        var answer = await calls.CallAsync(AwsServices.Kms.Operation("GetKeyPolicy"), Region, new JsonObject { ["KeyId"] = key, ["PolicyName"] = "default" }, cancellationToken);
        var statement = JsonNode.Parse(answer.Text("Policy")!)!["Statement"]!.AsArray().FirstOrDefault(each => (string?)each!["Sid"] == "SpokesEncryptSnapshots");
        return
        [
            statement?["Condition"]?["StringEquals"]?["aws:PrincipalOrgID"] is { } organization
                ? new Finding("key", IsFine: true, $"senders of {organization} may encrypt with it")
                : new Finding("key", IsFine: false, "its policy does not let senders encrypt", "somebody changed it by hand: deploy the hub again"),
        ];
    }

    private async Task<Finding> QueueAsync(string url, bool isDead, CancellationToken cancellationToken)
    {
        var name = url[(url.LastIndexOf('/') + 1)..];
        var (waiting, inFlight) = await CountAsync(url, cancellationToken);
        if (isDead)
        {
            return waiting == 0
                ? new Finding(name, IsFine: true, "no dead letters")
                : new Finding(name, IsFine: false, $"{waiting} dead letters", "read them and the log of the queue's function; mend the cause, then redrive the queue in the SQS console");
        }

        if (waiting > 0 && inFlight == 0)
        {
            await Task.Delay(s_pause, clock, cancellationToken);
            (waiting, inFlight) = await CountAsync(url, cancellationToken);
        }

        return waiting > 0 && inFlight == 0
            ? new Finding(name, IsFine: false, $"{waiting} messages wait, and nobody works on one", "see whether the event source of the queue's function is enabled, and the function's log")
            : new Finding(name, IsFine: true, $"{waiting} messages wait, {inFlight} are worked on");
    }

    private async Task<(long Waiting, long InFlight)> CountAsync(string url, CancellationToken cancellationToken)
    {
        var input = new JsonObject { ["QueueUrl"] = url, ["AttributeNames"] = new JsonArray("ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible") };
        var attributes = (await calls.CallAsync(s_sqs.Operation("GetQueueAttributes"), Region, input, cancellationToken)).Child("Attributes");
        return (Number(attributes, "ApproximateNumberOfMessages"), Number(attributes, "ApproximateNumberOfMessagesNotVisible"));
    }

    private static long Number(AwsValue attributes, string name) => long.Parse(attributes.Text(name) ?? "0", CultureInfo.InvariantCulture);
}
