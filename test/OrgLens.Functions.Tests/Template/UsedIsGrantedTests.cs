using System.Text.Json.Nodes;
using OrgLens.Functions.Tests.Audit;
using OrgLens.Functions.Tests.Hub;

namespace OrgLens.Functions.Tests.Template;

/// <summary>Every function may do what it does when all of them run, and nothing else.</summary>
[Collection(HubCollection.Name)]
public sealed class UsedIsGrantedTests(RunningHub hub)
{
    private const string Prefix = "orglens-";

    // Other tests tell functions of buckets that the hub has not.
    private static readonly string[] s_foreignBuckets = ["arn:aws:s3:::quiet", "arn:aws:s3:::leftovers"];

    // Granted for what is not a request of the function, or happens only when something fails.
    private static readonly (string Action, string Functions, string Reason)[] s_exceptions =
    [
        ("logs:", "*", "Lambda writes the log"),
        ("xray:", "*", "Lambda's daemon sends the traces"),
        ("kms:", "*", "S3 uses the key with the caller's permission"),
        ("sqs:ChangeMessageVisibility", "*", "Lambda reads the queues with the function's permission"),
        ("sqs:DeleteMessage", "*", "Lambda reads the queues with the function's permission"),
        ("sqs:GetQueueAttributes", "*", "Lambda reads the queues with the function's permission"),
        ("sqs:ReceiveMessage", "*", "Lambda reads the queues with the function's permission"),
        ("secretsmanager:GetSecretValue", "*", "the Data API reads the secret with the caller's permission"),
        ("s3:ListBucket", "IngestSnapshots IngestSnapshot FilterTrail", "S3 says 404 of a missing object only to those who may list"),
        ("s3:GetObjectVersion", "IngestSnapshots IngestSnapshot FilterTrail", "the local cloud's buckets have no versions, and its notifications name none"),
        ("rds-data:RollbackTransaction", "*", "only a load that fails is rolled back"),
        ("s3:AbortMultipartUpload", "CollectSnapshot", "only an upload that breaks is given up"),
        ("lambda:InvokeFunction", "CollectSnapshot", "only a run without time left starts another"),
        ("sqs:SendMessage", "CollectSnapshot PublishViews", "Lambda sends runs that failed twice"),
        ("dynamodb:DeleteItem", "*", "Powertools deletes the record of a message that failed"),
        ("dynamodb:GetItem", "*", "Powertools reads the record of a message that came again"),
        ("glue:BatchDeletePartition", "PublishViews", "only a partition that has no rows any more is deleted"),
    ];

    // No emulator has QuickSight's bundles: what it asks for is compared with what it may where its calls are recorded.
    private const string WithoutEmulator = "MigrateAnalysis";

    [Fact]
    public async Task Nothing_is_used_that_is_not_granted_and_nothing_granted_that_is_not_used()
    {
        await RunAllAsync();

        var functions = HubTemplate.Functions.Keys.Where(function => function != WithoutEmulator).ToList();
        var granted = functions.SelectMany(function => GrantedAction.Of(function, hub.Cloud)).ToList();
        var used = hub.Requests
            .Where(request => request.AccessKeyId.StartsWith(Prefix, StringComparison.Ordinal))
            .SelectMany(request => UsedAction.Of(request).Select(action => (Function: request.AccessKeyId[Prefix.Length..], Action: action)))
            .Distinct()
            .Where(each => each.Action.Resource is not { } resource || !s_foreignBuckets.Any(bucket => resource.StartsWith(bucket, StringComparison.Ordinal)))
            // What collectors ask for is compared with what they declare elsewhere; the bucket that is written to is not theirs.
            .Where(each => each.Function != "CollectSnapshot" || each.Action is { Action: "s3:PutObject" or "lambda:InvokeFunction" })
            .ToList();

        Assert.Equal(functions.Order(), used.Select(each => each.Function).Distinct().Order());
        Assert.Empty(used.Where(each => !granted.Any(grant => grant.Function == each.Function && grant.Covers(each.Action))).Select(each => $"{each.Function} {each.Action}"));
        Assert.Empty(granted
            .Where(grant => grant.Sid is not ("CollectAccount" or "DescribeAssets") && !IsException(grant))
            .Where(grant => !used.Any(each => each.Function == grant.Function && grant.Covers(each.Action)))
            .Select(grant => grant.ToString()));
    }

    private static bool IsException(GrantedAction grant) => s_exceptions.Any(each =>
        grant.Action.StartsWith(each.Action, StringComparison.Ordinal) && (each.Functions == "*" || each.Functions.Split(' ').Contains(grant.Function)));

    // A run that makes tables, one that changes them, and one that removes the files of the first.
    private async Task PublishAsync()
    {
        foreach (var month in (string[])["07", "08", "09"])
        {
            await hub.InvokeAsync("PublishViews", new JsonObject { ["source"] = "aws.events", ["time"] = $"2026-{month}-01T07:00:00Z" });
        }
    }

    private async Task RunAllAsync()
    {
        var (account, other, third) = (hub.NewAccount(), hub.NewAccount(), hub.NewAccount());
        await hub.SnapshotBucket.PutAsync(SnapshotText.Key(account), SnapshotText.Of(account, "one").Bytes());
        await hub.SnapshotBucket.PutAsync(SnapshotText.Key(other), "no document"u8.ToArray());
        await hub.DrainAsync();

        await hub.InvokeAsync("MigrateDatabase", new JsonObject());
        await hub.RotateAsync(hub.Cloud.Resources.ApplicationSecretArn);
        await PublishAsync();
        await hub.InvokeAsync("CollectSnapshot", new JsonObject { ["regions"] = new JsonArray("eu-west-1"), ["collectors"] = new JsonArray("ec2.instance") });
        await hub.DrainAsync();
        foreach (var (by, body) in new[] { (third, SnapshotText.Of(third, "two").Bytes()), (hub.NewAccount(), "no document"u8.ToArray()) })
        {
            // Without a message: only the sweep and the hand notice it.
            await hub.InvokeAsync("IngestSnapshot", Notification.Of(hub.SnapshotBucket.Name, await hub.PutUnannouncedAsync(SnapshotText.Key(by), body), "e1"));
        }

        await hub.PutUnannouncedAsync(SnapshotText.Key(hub.NewAccount()), SnapshotText.Of(account, "three").Bytes());
        await hub.InvokeAsync("SweepSnapshots", new JsonObject());
        await hub.DrainAsync();

        using var trail = new Bucket(hub.Cloud.Endpoint, hub.Cloud.Resources.TrailBucket);
        await trail.PutAsync(
            $"AWSLogs/{account}/CloudTrail/eu-west-1/2026/03/02/{account}_CloudTrail_eu-west-1_20260302T1035Z_UsedIsGranted0001.json.gz",
            TrailText.File(
                TrailText.With(TrailText.Provision, 888_001, "recipientAccountId", account),
                TrailText.With(TrailText.RunInstances, 888_002, "recipientAccountId", account),
                TrailText.With(TrailText.GetDashboard, 888_003, "recipientAccountId", account),
                """{"eventVersion":"1.11","eventSource":"servicecatalog.amazonaws.com","eventName":"ProvisionProduct"}"""));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        await hub.Cloud.WaitUntilAuditedAsync(patience.Token);
    }
}
