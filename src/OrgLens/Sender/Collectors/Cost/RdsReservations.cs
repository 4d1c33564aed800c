using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Cost;

/// <summary>Reserved database instances of RDS, from all Regions.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeReservedDBInstances.html</remarks>
internal static class RdsReservations
{
    private const string CostExplorerService = "Amazon Relational Database Service";

    private static readonly AwsOperation DescribeReservedDBInstances = AwsServices.Rds.Operation("DescribeReservedDBInstances") with
    {
        Paging = new AwsPaging("Marker", "Marker", "MaxRecords", 100),
    };

    public static readonly CommitmentKind Kind = new(
        "Reserved Instance",
        "Amazon RDS",
        [DescribeReservedDBInstances, ReservationFigures.GetReservationUtilization, ReservationFigures.GetReservationCoverage],
        ListAsync,
        (run, output, ct) => ReservationFigures.UseAsync(run, output, CostExplorerService, ct),
        (run, output, ct) => ReservationFigures.CoverAsync(run, output, CostExplorerService, ct));

    // Not begun, or never to begin. A state that is not known is shown as it is.
    private static readonly string[] NotPaid = ["payment-pending", "payment-failed"];

    private static async Task<IReadOnlyList<Commitment>> ListAsync(CollectorRun run, OutputRun output, CancellationToken cancellationToken)
    {
        var found = new List<Commitment>();
        var regions = run.SelectAsync(
            run.Regions.ToAsyncEnumerable(),
            async (region, ct) => (region, (await output.TryListAsync(DescribeReservedDBInstances, region, "ReservedDBInstances", null, [], ct)).Items),
            cancellationToken);
        await foreach (var (region, items) in regions)
        {
            foreach (var item in items)
            {
                // One that is retired may have been of use in the window, and ended in it.
                var isActive = item.Text("State") != "retired";
                if (isActive ? !NotPaid.Contains(item.Text("State")) : EndOf(item) > run.Window.StartInstant)
                {
                    found.Add(new Commitment(item.Text("ReservedDBInstanceId") ?? string.Empty, isActive, row => Write(row, region, item)));
                }
            }
        }

        return found;
    }

    private static void Write(RowWriter row, string region, AwsValue item)
    {
        var charges = item.List("RecurringCharges");
        var recurring = charges.Sum(charge => charge.Number("RecurringChargeAmount")) ?? 0;
        row.Text("instance_type", item.Text("DBInstanceClass"));
        row.Number("instance_count", item.WholeNumber("DBInstanceCount"));
        row.Text("offering_class", null);
        row.Text("offering_type", item.Text("OfferingType"));
        row.Text("offering_id", item.Text("ReservedDBInstancesOfferingId"));
        row.Text("product_types", item.Text("ProductDescription"));
        row.Text("region", region);
        row.Flag("multi_az", item.Flag("MultiAZ"));
        row.Text("currency", item.Text("CurrencyCode"));
        row.Number("commitment", recurring * CommitmentKind.HoursPerMonth);
        row.Number("upfront_cost", item.Number("FixedPrice"));
        row.Number("recurring_cost", recurring);
        row.Text("recurring_frequency", charges is [var first, ..] ? first.Text("RecurringChargeFrequency") : null);
        row.Number("usage_price", item.Number("UsagePrice"));
        row.Instant("start_date", item.Instant("StartTime"));
        row.Instant("end_date", EndOf(item));
        row.Number("duration_seconds", item.WholeNumber("Duration"));
        row.Text("state", item.Text("State"));
        row.Text("description", $"{item.WholeNumber("DBInstanceCount")}x {item.Text("DBInstanceClass")} {item.Text("ProductDescription")}");
    }

    private static DateTimeOffset? EndOf(AwsValue item) => item.WholeNumber("Duration") is { } seconds ? item.Instant("StartTime")?.AddSeconds(seconds) : null;
}
