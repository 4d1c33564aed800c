using OrgLens.Aws;

namespace OrgLens.Publishing;

/// <summary>What is asked of the Glue Data Catalog: https://docs.aws.amazon.com/glue/latest/webapi/WebAPI_Welcome.html</summary>
public static class GlueOperations
{
    internal static readonly AwsOperation CreateDatabase = Quiet(nameof(CreateDatabase));
    internal static readonly AwsOperation GetTable = AwsServices.Glue.Operation(nameof(GetTable));
    internal static readonly AwsOperation CreateTable = Quiet(nameof(CreateTable));
    internal static readonly AwsOperation UpdateTable = Quiet(nameof(UpdateTable));
    internal static readonly AwsOperation GetPartitions = AwsServices.Glue.Operation(nameof(GetPartitions)) with { Paging = new AwsPaging("NextToken", "NextToken") };
    internal static readonly AwsOperation BatchCreatePartition = Quiet(nameof(BatchCreatePartition));
    internal static readonly AwsOperation BatchUpdatePartition = Quiet(nameof(BatchUpdatePartition));
    internal static readonly AwsOperation BatchDeletePartition = Quiet(nameof(BatchDeletePartition));

    /// <summary>All of them, to hold against the service's model and the function's role.</summary>
    public static IReadOnlyList<AwsOperation> All { get; } =
        [CreateDatabase, GetTable, CreateTable, UpdateTable, GetPartitions, BatchCreatePartition, BatchUpdatePartition, BatchDeletePartition];

    // Their answers hold nothing, or errors.
    private static AwsOperation Quiet(string name) => AwsServices.Glue.Operation(name) with { HasNoResult = true };
}
