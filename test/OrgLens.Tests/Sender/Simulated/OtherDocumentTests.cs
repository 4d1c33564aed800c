using OrgLens.Local.Simulation.Estate;
using OrgLens.Receiver;
using OrgLens.Sender;
using OrgLens.Tests.Cluster;

namespace OrgLens.Tests.Sender.Simulated;

/// <summary>Documents of the same account besides the daily one, and what they do to its rows.</summary>
public sealed class OtherDocumentTests
{
    private const string Removed = """
        select format('select %L, count(*) from %I where removed_at is not null having count(*) > 0', table_name, table_name)
        from information_schema.columns where table_schema = 'public' and column_name = 'removed_at'
          and table_name in (select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE')
        """;

    [Fact]
    public async Task The_month_to_date_has_its_own_costs_and_leaves_those_of_the_days_alone()
    {
        var run = await SimulatedRun.SharedAsync();
        var (_, coverage, monthly) = await SimulatedRun.CollectAsync(
            run.Answers, new SendRequest { Regions = run.Account.Regions, Granularity = "MONTHLY" }, SimulatedRun.OptionsOf(run.Account));
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAsync(run.Snapshot);
        var account = await database.RowAsync("select account_name, account_status, partner_name, category from accounts");
        var days = await database.RowsAsync("select service, date_from, cost from services order by 1, 2");

        Assert.Equal(LoadOutcome.Loaded, (await database.LoadAsync(monthly)).Outcome);

        Assert.All(coverage, entry => Assert.Equal(CoverageStatus.Complete, entry.Status));
        Assert.EndsWith("2026-11-18_MONTHLY.json.gz", monthly.Key, StringComparison.Ordinal);
        Assert.Equal(account, await database.RowAsync("select account_name, account_status, partner_name, category from accounts"));
        Assert.Equal(days, await database.RowsAsync("select service, date_from, cost from services where date_to = date_from + 1 order by 1, 2"));
        var month = Sum(run, new DateOnly(2026, 11, 1), SimulatedRun.Today);
        var before = Sum(run, new DateOnly(2026, 10, 1), new DateOnly(2026, 11, 1));
        Assert.Equal(
            [$"2026-11-01|2026-11-18|{month:0.0000}|{before:0.0000}"],
            await database.RowsAsync("select period_start, period_end, round(current_period_cost, 4), round(previous_period_cost, 4) from cost_reports where period_granularity = 'MONTHLY'"));
        Assert.Equal(
            [$"2026-10-01|{before:0.0000}", $"2026-11-01|{month:0.0000}"],
            await database.RowsAsync("select date_from, round(sum(cost), 4) from services where date_to > date_from + 1 group by 1 order by 1"));
        Assert.Equal($"{month:0.0000}", await database.RowAsync("select round(latest_cost, 4) from view_acct_summary"));
    }

    [Theory]
    [InlineData(CallFault.DeniedByPolicy)]
    [InlineData(CallFault.DeniedByScp)]
    [InlineData(CallFault.Throttled)]
    [InlineData(CallFault.Timeout)]
    [InlineData(CallFault.NotSubscribed)]
    [InlineData(CallFault.RegionDisabled)]
    [InlineData(CallFault.AccountSuspended)]
    public async Task A_run_in_which_everything_goes_wrong_removes_nothing_and_names_everything(CallFault fault)
    {
        var run = await SimulatedRun.SharedAsync();
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAsync(run.Snapshot);
        var rows = await CountsAsync(database);

        var plan = run.Plan with { Jobs = [.. run.Plan.Jobs.Where(job => !job.IsRegionDisabled)] };
        using var collected = await new CollectionRun(new AllFaulty(fault), new StoppedClock(SimulatedRun.Now.AddDays(1))).RunAsync(plan, null, CancellationToken.None);
        using var body = new MemoryStream();
        await SnapshotWriter.WriteCompressedAsync(collected, body, CancellationToken.None);
        var next = new TestSnapshot(collected.Key.Replace("11-18", "11-19", StringComparison.Ordinal), SimulatedRun.Now.AddDays(1), body.ToArray());
        Assert.Equal(LoadOutcome.Loaded, (await database.LoadAsync(next)).Outcome);

        Assert.Equal(rows, await CountsAsync(database));
        foreach (var query in await database.RowsAsync(Removed))
        {
            Assert.Empty(await database.RowsAsync(query));
        }

        // Only what asks for nothing is there: what the deployer says of the account.
        Assert.All(collected.Coverage, entry => Assert.True(entry.Status is not (CoverageStatus.Complete or CoverageStatus.Empty) || entry.Collector == "account.product", entry.ToString()));
    }

    [Fact]
    public async Task A_name_that_is_known_stays_when_a_later_document_does_not_know_it()
    {
        var run = await SimulatedRun.SharedAsync();
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAsync(await WithoutNameAsync(run, SimulatedRun.Now.AddDays(-1)));
        Assert.Equal(run.Account.Id, await database.RowAsync("select account_name from accounts"));
        await database.LoadAsync(run.Snapshot);
        Assert.Equal(run.Account.Name, await database.RowAsync("select account_name from accounts"));
        Assert.Equal(LoadOutcome.Loaded, (await database.LoadAsync(await WithoutNameAsync(run, SimulatedRun.Now.AddDays(1)))).Outcome);
        Assert.Equal(run.Account.Name, await database.RowAsync("select account_name from accounts"));
    }

    private static async Task<TestSnapshot> WithoutNameAsync(SimulatedRun run, DateTimeOffset now)
    {
        var calls = new FaultyCalls(run.Answers, run.Answers.Made.First(call => call.Operation.Name == "GetAccountInformation"), CallFault.DeniedByPolicy);
        var request = new SendRequest { Regions = run.Account.Regions, Collectors = ["account"] };
        return (await SimulatedRun.CollectAsync(new NoOrganization(calls), request, SimulatedRun.OptionsOf(run.Account), now)).Snapshot;
    }

    private static decimal Sum(SimulatedRun run, DateOnly from, DateOnly until)
    {
        var spending = new Spending(SimulatedRun.Organization, run.Account);
        return Math.Round(Enumerable.Range(0, until.DayNumber - from.DayNumber).Sum(day => (decimal)spending.Total(from.AddDays(day))), 4);
    }

    private static async Task<IReadOnlyList<string>> CountsAsync(TestDatabase database)
    {
        var tables = SnapshotSections.Tables.Values.SelectMany(tables => tables).Distinct().Except(["cost_reports"]);
        return await database.RowsAsync(string.Join(" union all ", tables.Select(table => $"select '{table}', count(*) from {table}")) + " order by 1");
    }
}
