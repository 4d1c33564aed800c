using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Security;

/// <summary>Keys of the Key Management Service, AWS's own included. A rotation that is not known is null, never true; no key is left out.</summary>
/// <remarks>https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeys.html</remarks>
internal static class KmsKeys
{
    private static readonly AwsOperation ListKeys = AwsServices.Kms.Operation("ListKeys") with
    {
        Paging = new AwsPaging("Marker", "NextMarker", "Limit", 1000) { More = "Truncated" },
    };

    private static readonly AwsOperation DescribeKey = AwsServices.Kms.Operation("DescribeKey");

    private static readonly AwsOperation GetKeyRotationStatus = AwsServices.Kms.Operation("GetKeyRotationStatus");

    // Asymmetric, HMAC and imported keys and those in custom stores have no rotation; one that is being deleted does not say.
    private static readonly string[] NoRotation = ["UnsupportedOperationException", "KMSInvalidStateException"];

    public static readonly Collector Collector = new("security.kms")
    {
        Operations = [ListKeys, DescribeKey, GetKeyRotationStatus],
        CollectAsync = CollectAsync,
    };

    private static async Task CollectAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        var keys = run.ItemsAsync(ListKeys, "Keys", null, cancellationToken);
        await foreach (var (key, details, rotation) in run.SelectAsync(keys, (key, ct) => DescribeAsync(run, key, ct), cancellationToken))
        {
            run.Write(row =>
            {
                row.Text("key_id", key.Text("KeyId"));
                row.Text("arn", key.Text("KeyArn"));
                row.Text("description", details.Text("Description"));
                row.Text("key_usage", details.Text("KeyUsage"));
                row.Text("key_state", details.Text("KeyState"));
                row.Instant("creation_date", details.Instant("CreationDate"));
                row.Flag("enabled", details.Flag("Enabled"));
                row.Flag("key_rotation_enabled", rotation.Flag("KeyRotationEnabled"));
            });
        }
    }

    private static async Task<(AwsValue Key, AwsValue Details, AwsValue Rotation)> DescribeAsync(CollectorRun run, AwsValue key, CancellationToken cancellationToken)
    {
        var input = new JsonObject { ["KeyId"] = key.Text("KeyId") };
        var details = run.TryCallAsync(DescribeKey, input, [], cancellationToken);
        var rotation = run.TryCallAsync(GetKeyRotationStatus, input, NoRotation, cancellationToken);
        return (key, (await details).GetValueOrDefault().Child("KeyMetadata"), (await rotation).GetValueOrDefault());
    }
}
