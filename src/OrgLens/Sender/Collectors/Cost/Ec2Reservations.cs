using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Cost;

/// <summary>Reserved instances of EC2, from all Regions.</summary>
/// <remarks>https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeReservedInstances.html</remarks>
internal static class Ec2Reservations
{
    private const string CostExplorerService = "Amazon Elastic Compute Cloud - Compute";

    private static readonly AwsOperation DescribeReservedInstances = AwsServices.Ec2.Operation("DescribeReservedInstances");

    public static readonly CommitmentKind Kind = new(
        "Reserved Instance",
        "Amazon EC2",
        [DescribeReservedInstances, ReservationFigures.GetReservationUtilization, ReservationFigures.GetReservationCoverage],
        ListAsync,
        (run, output, ct) => ReservationFigures.UseAsync(run, output, CostExplorerService, ct),
        (run, output, ct) => ReservationFigures.CoverAsync(run, output, CostExplorerService, ct));

    // Not begun, or never to begin. A state that is not known is shown as it is.
    private static readonly string[] NotPaid = ["payment-pending", "payment-failed", "queued", "queued-deleted"];

    private static async Task<IReadOnlyList<Commitment>> ListAsync(CollectorRun run, OutputRun output, CancellationToken cancellationToken)
    {
        var found = new List<Commitment>();
        var regions = run.SelectAsync(
            run.Regions.ToAsyncEnumerable(),
            async (region, ct) => (region, (await output.TryListAsync(DescribeReservedInstances, region, "reservedInstancesSet", null, [], ct)).Items),
            cancellationToken);
        await foreach (var (region, items) in regions)
        {
            foreach (var item in items)
            {
                // One that is retired may have been of use in the window, and ended in it.
                var isActive = item.Text("state") != "retired";
                if (isActive ? !NotPaid.Contains(item.Text("state")) : item.Instant("end") > run.Window.StartInstant)
                {
                    found.Add(new Commitment(item.Text("reservedInstancesId") ?? string.Empty, isActive, row => Write(row, region, item)));
                }
            }
        }

        return found;
    }

    private static void Write(RowWriter row, string region, AwsValue item)
    {
        var charges = item.List("recurringCharges");
        var recurring = charges.Sum(charge => charge.Number("amount")) ?? 0;
        row.Text("instance_type", item.Text("instanceType"));
        row.Number("instance_count", item.WholeNumber("instanceCount"));
        row.Text("instance_tenancy", item.Text("instanceTenancy"));
        row.Text("offering_class", item.Text("offeringClass"));
        row.Text("offering_type", item.Text("offeringType"));
        row.Text("product_types", item.Text("productDescription"));
        row.Text("region", region);
        row.Text("scope", item.Text("scope"));
        row.Text("currency", item.Text("currencyCode"));
        row.Number("commitment", recurring * CommitmentKind.HoursPerMonth);
        row.Number("upfront_cost", item.Number("fixedPrice"));
        row.Number("recurring_cost", recurring);
        row.Text("recurring_frequency", charges is [var first, ..] ? first.Text("frequency") : null);
        row.Number("usage_price", item.Number("usagePrice"));
        row.Instant("start_date", item.Instant("start"));
        row.Instant("end_date", item.Instant("end"));
        row.Number("duration_seconds", item.WholeNumber("duration"));
        row.Text("state", item.Text("state"));
        row.Text("description", $"{item.WholeNumber("instanceCount")}x {item.Text("instanceType")} {item.Text("productDescription")}");
    }
}
