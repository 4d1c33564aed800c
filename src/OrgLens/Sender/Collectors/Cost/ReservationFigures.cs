using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Cost;

/// <summary>What Cost Explorer says of the reservations of one service.</summary>
/// <remarks>
/// https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_GetReservationUtilization.html,
/// https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_GetReservationCoverage.html. Both answer for one service at a time.
/// </remarks>
internal static class ReservationFigures
{
    /// <summary>Use by reservation.</summary>
    public static readonly AwsOperation GetReservationUtilization = AwsServices.CostExplorer.Operation("GetReservationUtilization") with
    {
        Paging = new AwsPaging("NextPageToken", "NextPageToken"),
        PriceUsd = 0.01m,
    };

    /// <summary>Covered part of all use.</summary>
    public static readonly AwsOperation GetReservationCoverage = AwsServices.CostExplorer.Operation("GetReservationCoverage") with { PriceUsd = 0.01m };

    // Cost Explorer has nothing of the period (yet).
    private static readonly string[] NoData = ["DataUnavailableException"];

    /// <summary>Figures by the reservation's id. A group has a number of Cost Explorer's own; the id ends its ARN.</summary>
    public static async Task<IReadOnlyDictionary<string, CommitmentFigures>> UseAsync(
        CollectorRun run, OutputRun output, string service, CancellationToken cancellationToken)
    {
        // Grouped, the answer is one period, and a granularity may not be given.
        var input = new JsonObject
        {
            ["TimePeriod"] = CostExplorerInput.Period(run),
            ["GroupBy"] = new JsonArray(new JsonObject { ["Type"] = "DIMENSION", ["Key"] = "SUBSCRIPTION_ID" }),
            ["Filter"] = CostExplorerInput.OfAccount(run, "SERVICE", service),
        };
        var (periods, _) = await output.TryListAsync(GetReservationUtilization, run.Region, "UtilizationsByTime", input, NoData, cancellationToken);
        var figures = new Dictionary<string, CommitmentFigures>(StringComparer.Ordinal);
        foreach (var group in periods.SelectMany(period => period.List("Groups")))
        {
            var use = group.Child("Utilization");
            var found = new CommitmentFigures(
                use.Number("UtilizationPercentage"), use.Number("OnDemandCostOfRIHoursUsed"), use.Number("TotalAmortizedFee"), use.Number("NetRISavings"));
            foreach (var name in Names(group))
            {
                figures[name] = found;
            }
        }

        return figures;
    }

    /// <summary>Part of the running hours that reservations covered, percent.</summary>
    public static async Task<decimal?> CoverAsync(CollectorRun run, OutputRun output, string service, CancellationToken cancellationToken)
    {
        var input = new JsonObject
        {
            ["TimePeriod"] = CostExplorerInput.Period(run),
            ["Granularity"] = run.Window.Granularity,
            ["Filter"] = CostExplorerInput.OfAccount(run, "SERVICE", service),
            ["Metrics"] = new JsonArray("Hour"),
        };
        var answer = await output.TryCallAsync(GetReservationCoverage, input, NoData, cancellationToken);
        return answer.GetValueOrDefault().Number("Total.CoverageHours.CoverageHoursPercentage");
    }

    private static IEnumerable<string> Names(AwsValue group)
    {
        if (group.Text("Value") is { } value)
        {
            yield return value;
        }

        foreach (var (name, attribute) in group.Map("Attributes"))
        {
            // The letters' case differs between the service's documents and its answers.
            if (name.Equals("reservationARN", StringComparison.OrdinalIgnoreCase) && attribute.AsText is { } arn)
            {
                yield return arn[(arn.LastIndexOfAny(['/', ':']) + 1)..];
            }
        }
    }
}
