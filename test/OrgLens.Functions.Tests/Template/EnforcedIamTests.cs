using System.Text.Json.Nodes;
using OrgLens.Functions.Tests.Audit;
using OrgLens.Functions.Tests.Hub;

namespace OrgLens.Functions.Tests.Template;

/// <summary>Functions do their work with their own roles where an emulator refuses what a role does not grant, and not without one of its grants.</summary>
[Collection(HubCollection.Name)]
public sealed class EnforcedIamTests(RunningHub hub) : IAsyncLifetime
{
    // Functions and grants without which they fail. Those are missing whose requests the emulator can't read: it decodes the query of a listing before it checks its
    // signature, and knows nothing of QuickSight's bundles.
    private static readonly (string Function, string Action)[] s_needed =
    [
        ("IngestSnapshots", "s3:GetObject"),
        ("IngestSnapshots", "s3:PutObject"),
        ("IngestSnapshots", "dynamodb:PutItem"),
        ("IngestSnapshot", "s3:DeleteObject"),
        ("MigrateDatabase", "secretsmanager:GetSecretValue"),
        ("RotateSecret", "secretsmanager:PutSecretValue"),
        ("FilterTrail", "s3:GetObject"),
        ("FilterTrail", "sqs:SendMessage"),
        ("AuditProducts", "dynamodb:UpdateItem"),
        ("RecordUsage", "dynamodb:PutItem"),
        ("TrackAssets", "events:PutEvents"),
        ("CollectSnapshot", "s3:PutObject"),
    ];

    private EnforcedHub _enforced = null!;

    public async Task InitializeAsync() => _enforced = await EnforcedHub.StartAsync(hub);

    public Task DisposeAsync() => _enforced.DisposeAsync().AsTask();

    [Fact]
    public async Task Every_function_does_its_work_with_its_own_role_and_not_without_what_it_needs()
    {
        foreach (var function in s_needed.Select(each => each.Function).Distinct())
        {
            var result = await _enforced.RunAsync(function, await EventAsync(function));

            Assert.True(result.IsSuccess, $"{function}: {System.Text.Encoding.UTF8.GetString(result.Payload.Span)} {string.Join(", ", _enforced.Refused)}\n{result.LogTail}");
            Assert.True(_enforced.Refused.Count == 0, $"{function}: {string.Join(", ", _enforced.Refused)}\n{result.LogTail}");
            Assert.Empty(Failures(result.Payload));
        }

        foreach (var (function, action) in s_needed)
        {
            await _enforced.RunAsync(function, await EventAsync(function), without: action);

            Assert.True(_enforced.Refused.Count > 0, $"{function} was not refused anything without {action}.");
        }
    }

    private static JsonArray Failures(ReadOnlyMemory<byte> payload) =>
        payload.IsEmpty || JsonNode.Parse(payload.Span) is not JsonObject answer || answer["batchItemFailures"] is not JsonArray failures ? [] : failures;

    /// <summary>Something to do that nobody has done yet.</summary>
    private async Task<JsonNode> EventAsync(string function)
    {
        var account = hub.NewAccount();
        var resources = hub.Cloud.Resources;
        switch (function)
        {
            case "IngestSnapshots" or "IngestSnapshot":
                var key = SnapshotText.Key(account);
                await _enforced.PutAsync(resources.Bucket, key, SnapshotText.Of(account, "one").Bytes());
                var notification = Notification.Of(resources.Bucket, key, account);
                return function == "IngestSnapshot" ? notification : Notification.Batch(notification.ToJsonString());
            case "FilterTrail":
                var file = $"AWSLogs/{account}/CloudTrail/eu-west-1/2026/03/02/{account}_CloudTrail_eu-west-1_20260302T1035Z_Enforced00000001.json.gz";
                await _enforced.PutAsync(resources.TrailBucket, file, TrailText.File(TrailText.With(TrailText.Provision, Number(account), "recipientAccountId", account)));
                return Notification.Batch(Notification.Of(resources.TrailBucket, file, account).ToJsonString());
            case "AuditProducts":
                return Notification.Batch(Record(TrailText.Provision, account));
            case "RecordUsage":
                return Notification.Batch(Record(TrailText.GetDashboard, account, "AWS Service Event via CloudTrail"));
            case "TrackAssets":
                return Notification.Batch(Record(TrailText.RunInstances, account));
            case "RotateSecret":
                return RunningHub.RotationStep("createSecret", _enforced.Secret, await BeginAsync());
            case "CollectSnapshot":
                return new JsonObject { ["regions"] = new JsonArray("eu-west-1"), ["collectors"] = new JsonArray("ec2.instance") };
            default:
                return new JsonObject();
        }
    }

    private async Task<string> BeginAsync()
    {
        var token = Guid.NewGuid().ToString();
        await _enforced.Aws.FailAsync("secretsmanager", "rotate_secret", new JsonObject
        {
            ["SecretId"] = _enforced.Secret,
            ["ClientRequestToken"] = token,
            ["RotationLambdaARN"] = "arn:aws:lambda:eu-west-1:123456789012:function:orglens-RotateSecret",
        });
        return token;
    }

    private static string Record(string record, string account, string type = "AWS API Call via CloudTrail")
    {
        var detail = JsonNode.Parse(TrailText.With(record, Number(account), "recipientAccountId", account))!;
        return new JsonObject
        {
            ["version"] = "0",
            ["id"] = (string?)detail["eventID"],
            ["detail-type"] = type,
            ["source"] = $"aws.{((string)detail["eventSource"]!).Split('.')[0]}",
            ["account"] = account,
            ["time"] = (string?)detail["eventTime"],
            ["region"] = (string?)detail["awsRegion"],
            ["resources"] = new JsonArray(),
            ["detail"] = detail,
        }.ToJsonString();
    }

    private static int Number(string account) => int.Parse(account[^9..], System.Globalization.CultureInfo.InvariantCulture);
}
