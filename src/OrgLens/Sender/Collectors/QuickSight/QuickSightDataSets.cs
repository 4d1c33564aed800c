using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.QuickSight;

/// <summary>
/// Data sets: how they import, the SPICE capacity that each holds (bytes; all of an account's together are what it uses), and what they are
/// made of. One that was made of an uploaded file can't be described: it is listed, and its capacity is null, not known.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/quicksight/latest/APIReference/API_DescribeDataSet.html</remarks>
internal static class QuickSightDataSets
{
    private static readonly AwsOperation ListDataSets = QuickSightCalls.List("ListDataSets", "/accounts/{AwsAccountId}/data-sets");

    private static readonly AwsOperation DescribeDataSet = AwsServices.QuickSight.Get("DescribeDataSet", "/accounts/{AwsAccountId}/data-sets/{DataSetId}");

    // The answer for kinds of data sets that the API does not support: uploaded files, and some applications'.
    private static readonly string[] Indescribable = ["InvalidParameterValueException", .. QuickSightCalls.Gone];

    // Kinds of physical tables; each names its data source alike.
    private static readonly string[] Tables = ["RelationalTable", "CustomSql", "S3Source", "SaaSTable"];

    public static readonly Collector Collector = new("quicksight.data_sets")
    {
        Operations = [ListDataSets, DescribeDataSet],
        NotEnabledCodes = QuickSightCalls.NotSubscribed,
        CollectAsync = CollectAsync,
    };

    private static async Task CollectAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        var sets = run.ItemsAsync(ListDataSets, "DataSetSummaries", QuickSightCalls.Input(run), cancellationToken);
        await foreach (var (set, details) in run.SelectAsync(sets, (set, ct) => DescribeAsync(run, set, ct), cancellationToken))
        {
            run.Write(row =>
            {
                row.Text("arn", set.Text("Arn"));
                row.Text("data_set_id", set.Text("DataSetId"));
                row.Text("name", set.Text("Name"));
                row.Text("import_mode", set.Text("ImportMode"));
                row.Number("spice_bytes", details.WholeNumber("ConsumedSpiceCapacityInBytes"));
                row.Instant("created_time", set.Instant("CreatedTime"));
                row.Instant("last_updated_time", set.Instant("LastUpdatedTime"));
                row.Flag("has_row_level_security", HasRowLevelSecurity(set));
                if (details.IsMissing)
                {
                    row.Text("data_source_ids", null);
                    row.Text("data_set_ids", null);
                }
                else
                {
                    row.Texts("data_source_ids", Ids(details.Map("PhysicalTableMap").SelectMany(table => Tables.Select(kind => table.Value.Text($"{kind}.DataSourceArn")))));
                    row.Texts("data_set_ids", Ids(Parents(details)));
                }
            });
        }
    }

    private static bool HasRowLevelSecurity(AwsValue set) =>
        !set.Child("RowLevelPermissionDataSet").IsMissing || set.Flag("RowLevelPermissionTagConfigurationApplied") is true;

    // The older and the newer way of preparing data.
    private static IEnumerable<string?> Parents(AwsValue details) =>
        details.Map("LogicalTableMap").Select(table => table.Value.Text("Source.DataSetArn"))
            .Concat(details.Map("DataPrepConfiguration.SourceTableMap").Select(table => table.Value.Text("DataSet.DataSetArn")));

    private static IEnumerable<string> Ids(IEnumerable<string?> arns) => arns.OfType<string>().Select(QuickSightCalls.IdOf).Distinct(StringComparer.Ordinal);

    private static async Task<(AwsValue Set, AwsValue Details)> DescribeAsync(CollectorRun run, AwsValue set, CancellationToken cancellationToken)
    {
        var input = QuickSightCalls.Input(run, "DataSetId", set.Text("DataSetId"));
        var details = await run.TryCallAsync(DescribeDataSet, input, Indescribable, cancellationToken);
        return (set, details.GetValueOrDefault().Child("DataSet"));
    }
}
