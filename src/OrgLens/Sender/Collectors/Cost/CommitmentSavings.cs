using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Cost;

/// <summary>
/// Reserved instances and Savings Plans that are active, and those that ended but were of use in the window, with the figures of the
/// window. What is listed is free. Cost Explorer is paid for once for each kind that the account has, however many reservations that
/// is; then, for as long as the budget lasts, for the coverage: how much of what could have been covered was.
/// </summary>
/// <remarks>
/// https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_GetReservationUtilization.html. A figure that Cost Explorer
/// does not have (yet) is null.
/// </remarks>
internal static class CommitmentSavings
{
    private const string Coverage = "ri_sp_savings.coverage";

    private static readonly CommitmentKind[] Kinds = [Ec2Reservations.Kind, RdsReservations.Kind, SavingsPlans.Kind];

    public static readonly Collector Collector = new("ri_sp_savings")
    {
        Scope = CollectorScope.Global,
        Operations = [.. Kinds.SelectMany(kind => kind.Operations).Distinct()],
        Others = [new CollectorOutput(Coverage, "ri_sp_savings")],
        // Few accounts have more than two kinds, or both of these and calls to spare for the coverage.
        PaidCalls = 2,
        CollectAsync = CollectAsync,
    };

    private static async Task CollectAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        var own = run.Output("ri_sp_savings");
        var coverage = run.Output(Coverage);
        var listed = new List<(CommitmentKind Kind, IReadOnlyList<Commitment> Commitments)>();
        foreach (var kind in Kinds)
        {
            listed.Add((kind, await kind.ListAsync(run, own, cancellationToken)));
        }

        // What is not listed is not covered either, as far as anybody knows.
        coverage.MissingLike(own);

        // One after the other: when the budget ends, it has been spent in this order.
        listed.RemoveAll(pair => pair.Commitments.Count == 0);
        var figures = new Dictionary<CommitmentKind, IReadOnlyDictionary<string, CommitmentFigures>>();
        foreach (var (kind, _) in listed)
        {
            figures[kind] = await ReadAsync(own, kind.UseAsync(run, own, cancellationToken)) ?? new Dictionary<string, CommitmentFigures>();
        }

        foreach (var (kind, commitments) in listed)
        {
            var percentage = await ReadAsync(coverage, kind.CoverAsync(run, coverage, cancellationToken));
            coverage.Count(percentage is null ? 0 : 1);
            foreach (var commitment in commitments)
            {
                Write(run, kind, commitment, figures[kind].GetValueOrDefault(commitment.Id), percentage);
            }
        }
    }

    // What Cost Explorer gets wrong spoils its figures, not the list.
    private static async Task<T?> ReadAsync<T>(OutputRun output, Task<T> figures)
    {
        try
        {
            return await figures;
        }
        catch (AwsAnswerException failure)
        {
            output.Incomplete(CoverageStatus.Failed, failure.Message);
            return default;
        }
    }

    private static void Write(CollectorRun run, CommitmentKind kind, Commitment commitment, CommitmentFigures? figures, decimal? coverage)
    {
        if (!commitment.IsActive && figures is null)
        {
            return;
        }

        run.Write(row =>
        {
            row.Text("reservation_type", kind.ReservationType);
            row.Text("subscription_id", commitment.Id);
            row.Text("service", kind.Service);
            commitment.Write(row);
            row.Date("date_from", run.Window.Start);
            row.Date("date_to", run.Window.End);
            row.Date("date", run.Window.Granularity == "DAILY" ? run.Window.Start : null);
            row.Number("utilization_percentage", figures?.Utilization);
            row.Number("on_demand_cost", figures?.OnDemandCost);
            row.Number("reservation_cost", figures?.Cost);
            row.Number("net_savings", figures?.NetSavings);
            row.Number("coverage_percentage", coverage);
        });
    }
}
