using System.Text.Json.Nodes;
using OrgLens.Aws;
using OrgLens.Cli.Hub;

namespace OrgLens.Cli.Doctor;

/// <summary>Looks at the queues and at the key's policy.</summary>
internal sealed class CloudExamination(CommandContext context, IAwsCalls calls, TimeProvider clock)
{
    // Two looks tell a queue that nobody reads from one that is being emptied.
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(3);

    private readonly HubQueues _queues = new(context, calls, clock);

    private string Region => context.Required("AWS_REGION");

    public async Task<IReadOnlyList<Finding>> QueuesAsync(CancellationToken cancellationToken)
    {
        var queues = await _queues.ReadAsync(cancellationToken);
        if (queues.Any(IsLeft))
        {
            await Task.Delay(s_pause, clock, cancellationToken);
            queues = await _queues.ReadAsync(cancellationToken);
        }

        return [.. queues.Select(Examine)];
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

    private static bool IsLeft(HubQueue queue) => !queue.IsDead && queue is { Waiting: > 0, InFlight: 0 };

    private static Finding Examine(HubQueue queue) => queue switch
    {
        { IsDead: true, Waiting: 0 } => new Finding(queue.Name, IsFine: true, "no dead letters"),
        { IsDead: true } => new Finding(
            queue.Name,
            IsFine: false,
            $"{queue.Waiting} dead letters{queue.Age}",
            "read them and the log of the queue's function; mend the cause, then redrive the queue in the SQS console"),
        _ when IsLeft(queue) => new Finding(
            queue.Name,
            IsFine: false,
            $"{queue.Waiting} messages wait{queue.Age}, and nobody works on one",
            "see whether the event source of the queue's function is enabled, and the function's log"),
        { IsLate: true } => new Finding(
            queue.Name, IsFine: false, $"{queue.Waiting} messages wait{queue.Age}, {queue.InFlight} are worked on", "see the log of the queue's function, and whether its concurrency is enough"),
        _ => new Finding(queue.Name, IsFine: true, $"{queue.Waiting} messages wait{queue.Age}, {queue.InFlight} are worked on"),
    };
}
