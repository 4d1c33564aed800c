using OrgLens.Aws;

namespace OrgLens.Sender;

/// <summary>Turns a request into a plan: who the account is, which Regions it has, which collectors are meant.</summary>
/// <param name="calls">The client.</param>
/// <param name="region">The Region that is asked for account and Regions.</param>
/// <param name="collectors">All collectors there are.</param>
/// <param name="clock">Says what today is.</param>
public sealed class SendPlanner(IAwsCalls calls, string region, IReadOnlyList<Collector> collectors, TimeProvider clock)
{
    // The facts of a period: all others are those of now, whatever day is asked for.
    private static readonly string[] PeriodSections = ["service", "cost"];

    /// <summary>Plans a run.</summary>
    /// <exception cref="SendRequestException">The request names a collector, Region or granularity that does not exist.</exception>
    /// <exception cref="AwsCallException">The account or its Regions can't be found out.</exception>
    public async Task<CollectionPlan> PlanAsync(SendRequest request, CollectOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var window = WindowOf(request);
        var chosen = Choose(request, window);
        var account = await AccountIdentity.FindAsync(calls, region, cancellationToken);
        var regions = await RegionsOfAsync(request, cancellationToken);
        var plan = CollectionPlan.Create(account, chosen, regions.Enabled, regions.Disabled, window, options) with { Part = request.Part };
        return request.Jobs is { } jobs
            ? plan with { Jobs = [.. plan.Jobs.Where(job => jobs.Contains(new SendJob(job.Collector.Name, job.Region)))] }
            : plan;
    }

    private CollectionWindow WindowOf(SendRequest request)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var day = request.Date ?? today;
        if (day > today)
        {
            throw new SendRequestException($"date: {day:yyyy-MM-dd} is not over yet");
        }

        return request.Granularity switch
        {
            null or "DAILY" => CollectionWindow.Daily(day),
            "MONTHLY" => CollectionWindow.Monthly(day),
            var other => throw new SendRequestException($"granularity: '{other}' is neither DAILY nor MONTHLY"),
        };
    }

    private List<Collector> Choose(SendRequest request, CollectionWindow window)
    {
        var isOfPeriod = window.Granularity != "DAILY" || request.Date < DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var possible = isOfPeriod ? [.. collectors.Where(collector => PeriodSections.Contains(collector.Section, StringComparer.Ordinal))] : collectors;
        if (request.Collectors is not { Count: > 0 } names)
        {
            return [.. possible];
        }

        var unknown = names.FirstOrDefault(name => !possible.Any(collector => Means(name, collector)));
        return unknown is null
            ? [.. possible.Where(collector => names.Any(name => Means(name, collector)))]
            : throw new SendRequestException(
                $"collectors: '{unknown}' is none of {string.Join(", ", possible.SelectMany(collector => collector.Outputs).Select(output => output.Name))}");
    }

    private static bool Means(string name, Collector collector) => collector.Outputs.Any(output =>
        output.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
        || output.Section.Equals(name, StringComparison.OrdinalIgnoreCase)
        || output.Name.StartsWith(name + ".", StringComparison.OrdinalIgnoreCase));

    private async Task<AccountRegions> RegionsOfAsync(SendRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var all = await AccountRegions.FindAsync(calls, region, cancellationToken);
            if (request.Regions is not { Count: > 0 } names)
            {
                // What nobody asked for by name and the account has not opted into has nothing to be recorded.
                return all with { Disabled = [] };
            }

            var unknown = names.FirstOrDefault(name => !all.Enabled.Contains(name, StringComparer.Ordinal) && !all.Disabled.Contains(name, StringComparer.Ordinal));
            return unknown is null
                ? new AccountRegions([.. names.Intersect(all.Enabled, StringComparer.Ordinal)], [.. names.Intersect(all.Disabled, StringComparer.Ordinal)])
                : throw new SendRequestException($"regions: this partition has no '{unknown}'");
        }
        catch (AwsCallException) when (request.Regions is { Count: > 0 })
        {
            // An account that may not list its Regions can still be told them.
            return new AccountRegions(request.Regions, []);
        }
    }
}
