using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Resources;

/// <summary>DynamoDB tables. The list has names only; one that may not be described is listed by its name.</summary>
/// <remarks>https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeTable.html</remarks>
internal static class DynamoDbTables
{
    private const decimal Gibibyte = 1024 * 1024 * 1024;

    private static readonly AwsOperation ListTables = AwsServices.DynamoDb.Operation("ListTables") with
    {
        Paging = new AwsPaging("ExclusiveStartTableName", "LastEvaluatedTableName", "Limit", 100),
    };

    private static readonly AwsOperation DescribeTable = AwsServices.DynamoDb.Operation("DescribeTable");

    public static readonly Collector Collector = new("dynamodb.table", "service_resources")
    {
        Operations = [ListTables, DescribeTable, ResourceTags.GetResources],
        CollectAsync = CollectAsync,
    };

    private static async Task CollectAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        ResourceTags? tags = null;
        var names = run.ItemsAsync(ListTables, "TableNames", null, cancellationToken);
        await foreach (var (name, table) in run.SelectAsync(names, (name, ct) => DescribeAsync(run, name.AsText, ct), cancellationToken))
        {
            if (table is { } known)
            {
                tags ??= await ResourceTags.ReadAsync(run, "dynamodb:table", cancellationToken);
                var arn = $"arn:{run.Account.Partition.Name}:dynamodb:{run.Region}:{run.Account.AccountId}:table/{name}";
                run.Write(row => WriteRow(row, name, arn, known, tags.Of(arn)));
            }
        }
    }

    // No table: deleted since it was listed.
    private static async Task<(string? Name, AwsValue? Table)> DescribeAsync(CollectorRun run, string? name, CancellationToken cancellationToken)
    {
        try
        {
            return (name, (await run.CallAsync(DescribeTable, new JsonObject { ["TableName"] = name }, cancellationToken)).Child("Table"));
        }
        catch (AwsCallException failure) when (failure.Kind == AwsErrorKind.NotFound)
        {
            return (name, null);
        }
        catch (AwsCallException failure)
        {
            run.Incomplete(failure);
            return (name, default(AwsValue));
        }
    }

    private static void WriteRow(RowWriter row, string? name, string arn, AwsValue table, IReadOnlyList<AwsValue>? tags)
    {
        row.Identity("DynamoDB", "Table", name, name);
        row.TagsIfKnown(tags);
        if (table.IsMissing)
        {
            return;
        }

        row.Text("state", table.Text("TableStatus"));
        row.Number("size_gb", table.Number("TableSizeBytes") / Gibibyte);
        row.Instant("creation_date", table.Instant("CreationDateTime"));
        row.Text("type", table.Text("TableClassSummary.TableClass"));
        row.Nested("details", details =>
        {
            details.Text("arn", arn);
            details.Number("item_count", table.Number("ItemCount"));
            // A table that was never switched to on-demand has no summary.
            details.Text("billing_mode", table.Text("BillingModeSummary.BillingMode") ?? "PROVISIONED");
            details.Number("read_capacity_units", table.Number("ProvisionedThroughput.ReadCapacityUnits"));
            details.Number("write_capacity_units", table.Number("ProvisionedThroughput.WriteCapacityUnits"));
            details.Flag("deletion_protection", table.Flag("DeletionProtectionEnabled"));
            // Without a description the key is the service's own.
            details.Text("encryption", table.Text("SSEDescription.SSEType") ?? "AWS_OWNED");
            details.Text("kms_key_arn", table.Text("SSEDescription.KMSMasterKeyArn"));
            details.Texts("replica_regions", table.List("Replicas").Select(replica => replica.Text("RegionName")).OfType<string>());
            details.Texts("indexes", table.List("GlobalSecondaryIndexes").Select(index => index.Text("IndexName")).OfType<string>());
        });
    }
}
