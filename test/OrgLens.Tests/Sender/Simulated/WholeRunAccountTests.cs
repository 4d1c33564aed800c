using System.Globalization;
using OrgLens.Local.Simulation.Estate;
using static OrgLens.Tests.Sender.Simulated.LoadedAccount;

namespace OrgLens.Tests.Sender.Simulated;

/// <summary>What belongs to the account as a whole, its money above all, is in the database as it was simulated.</summary>
public sealed class WholeRunAccountTests(LoadedAccount loaded) : IClassFixture<LoadedAccount>
{
    private readonly Spending _spending = new(SimulatedRun.Organization, loaded.Account);

    [Fact]
    public Task The_account_and_what_its_deployer_says_of_it() => loaded.HoldsAsync(
        "select account_id, account_name, account_status, partner_name, customer_name, account_type, category, (extract(epoch from joined_timestamp) * 1000)::bigint from accounts",
        [Line(
            loaded.Account.Id, loaded.Account.Name, "ACTIVE", loaded.Account.Partner, loaded.Account.Customer, loaded.Account.Environment, loaded.Account.Category, loaded.Account.JoinedAt)]);

    [Fact]
    public Task Products() => loaded.HoldsAsync(
        "select p.name from product_accounts t join products p on p.id = t.product_id", loaded.Account.Product.Split(", "));

    [Fact]
    public Task The_address()
    {
        var contact = Contacts.Primary(loaded.Account);
        return loaded.HoldsAsync(
            "select address_line1, address_line2, city, country_code, postal_code, company_name, phone_number, full_name from contact_info",
            [Line(contact.Address, contact.AddressMore, contact.City, contact.Country, contact.PostalCode, contact.Company, contact.Phone, contact.FullName)]);
    }

    [Fact]
    public Task Whom_to_ask() => loaded.HoldsAsync(
        "select contact_type, full_name, title, email, phone_number from alternate_contacts",
        Contacts.Kinds.Select(kind => Contacts.Alternate(SimulatedRun.Organization, loaded.Account, kind)).OfType<AlternateContact>()
            .Select(contact => Line(contact.Kind, contact.Name, contact.Title, contact.Email, contact.Phone)));

    [Fact]
    public Task Costs_of_every_service_on_both_days() => loaded.HoldsAsync(
        "select date_from, service, trim_scale(cost), currency from services",
        Days().SelectMany(day => _spending.ByService(day).Select(cost => Line(day, cost.Service, Exact(cost.Cost), "USD"))));

    [Fact]
    public async Task Sums_of_costs()
    {
        var (current, previous) = (Sum(SimulatedRun.Yesterday), Sum(SimulatedRun.Yesterday.AddDays(-1)));
        await loaded.HoldsAsync(
            "select period_start, period_granularity, trim_scale(current_period_cost), trim_scale(previous_period_cost), trim_scale(cost_difference) from cost_reports",
            [Line(SimulatedRun.Yesterday, "DAILY", current, previous, current - previous)]);
        Assert.Equal(Line(current + previous), await loaded.Database.RowAsync("select trim_scale(sum(cost)) from services"));
        await loaded.HoldsAsync(
            "select service_name, trim_scale(cost) from service_costs",
            _spending.ByService(SimulatedRun.Yesterday).Take(5).Select(cost => Line(cost.Service, Exact(cost.Cost))));
    }

    [Fact]
    public Task The_forecast_of_the_next_thirty_days()
    {
        var daily = _spending.Total(SimulatedRun.Yesterday);
        var month = new DateOnly(2026, 12, 1);
        return loaded.HoldsAsync(
            "select period_start, period_end, round(amount, 6)::float8, round(prediction_interval_lower_bound, 6)::float8, round(prediction_interval_upper_bound, 6)::float8 from cost_forecasts",
            [Forecast(SimulatedRun.Today, month, daily), Forecast(month, SimulatedRun.Today.AddDays(30), daily)]);
    }

    [Fact]
    public Task Reservations_and_Savings_Plans_and_how_they_were_used() => loaded.HoldsAsync(
        "select subscription_id, reservation_type, instance_count, round(utilization_percentage, 2)::float8, round(on_demand_cost, 2)::float8, round(reservation_cost, 2)::float8, "
        + "round(net_savings, 2)::float8, trim_scale(recurring_cost), coverage_percentage between 1 and 99 from ri_sp_daily_savings",
        Commitments.Reservations(loaded.Home).Select(Use).Append(Use(Commitments.SavingsPlan(SimulatedRun.Organization, loaded.Account)!)));

    [Fact]
    public Task Agreements_of_the_Marketplace() => loaded.HoldsAsync(
        "select product_code, status, cost_consumed from marketplace_usage",
        Marketplace.Purchases(SimulatedRun.Organization, loaded.Account).Select(purchase => Line(purchase.Sku, purchase.Until > SimulatedRun.Now ? "ACTIVE" : "EXPIRED", null)));

    [Fact]
    public Task Checks_of_Trusted_Advisor_that_flag_something() => loaded.HoldsAsync(
        "select check_name, category, severity, affected_resources_count, trim_scale(nullif(potential_savings, 0)) from trusted_advisor_checks",
        Advice.Flagged(loaded.Account, SimulatedRun.Yesterday)
            .Select(check => Line(check.Check.Name, check.Check.Category, check.IsError ? "error" : "warning", check.Affected, check.Savings)));

    [Fact]
    public Task Events_of_Health_with_what_they_affect() => loaded.HoldsAsync(
        "select arn, service, status_code, (extract(epoch from start_time) * 1000)::bigint, jsonb_array_length(affected_entities) from health_events",
        HealthCalendar.Known(SimulatedRun.Organization, loaded.Account, SimulatedRun.Now)
            .Where(notice => notice.Status != "closed" || notice.UpdatedAt >= new DateTimeOffset(SimulatedRun.Today.AddDays(-7), TimeOnly.MinValue, TimeSpan.Zero))
            .Select(notice => Line(notice.Arn, notice.Service, notice.Status, notice.StartsAt, HealthCalendar.Entities(notice, loaded.Account).Count)));

    [Fact]
    public Task Support_cases_that_are_resolved_too() => loaded.HoldsAsync(
        "select case_id, display_id, subject, status, severity_code, (extract(epoch from time_created) * 1000)::bigint, submitted_by from support_tickets",
        SupportDesk.Cases(loaded.Account, SimulatedRun.Now).Select(asked => Line(asked.Id, asked.DisplayId, asked.Subject, asked.Status, asked.Severity, asked.CreatedAt, asked.SubmittedBy)));

    [Fact]
    public Task Services_that_Application_Signals_sees() => loaded.HoldsAsync(
        "select c.region, t.service_name, t.key_attributes ->> 'Environment' from application_signals t join collections c on c.id = t.collection_id",
        estate => ObservedServices.All(estate).Select(service => Line(estate.Region, service.Name, service.Environment)));

    [Fact]
    public Task Applications_of_Resilience_Hub() => loaded.HoldsAsync(
        "select c.region, t.app_arn, t.compliance_status, trim_scale(t.resiliency_score), t.estimated_rpo, t.estimated_rto, trim_scale(t.cost), "
        + "(extract(epoch from t.last_assessment_time) * 1000)::bigint from resilience_hub_apps t join collections c on c.id = t.collection_id",
        estate => ResilientApplication.Known(estate, SimulatedRun.Now).Select(application => Line(
            estate.Region, application.Arn, application.Compliance, application.Score, application.RecoveryPoint, application.RecoveryTime, application.MonthlyCost,
            application.AssessedAt(SimulatedRun.Now))));

    [Fact]
    public Task Recommendations_of_Compute_Optimizer() => loaded.HoldsAsync(
        "select c.region, t.resource_arn, t.finding, coalesce(t.current_instance_type, t.current_volume_type), coalesce(t.recommended_instance_type, t.recommended_volume_type), "
        + "t.recommended_memory_size, trim_scale(t.estimated_monthly_savings_usd), trim_scale(t.performance_risk) from compute_optimizer t join collections c on c.id = t.collection_id",
        estate => Rightsizing.Recommendations(estate, SimulatedRun.Today).Concat(Rightsizing.ForGroups(estate, SimulatedRun.Today)).Select(advice => Line(
            estate.Region, advice.Arn, advice.Finding, advice.InstanceType ?? advice.VolumeType, advice.BetterInstanceType ?? advice.BetterVolumeType, advice.BetterMemoryMiB,
            advice.MonthlySavings, advice.Risk)));

    private static IEnumerable<DateOnly> Days() => [SimulatedRun.Yesterday.AddDays(-1), SimulatedRun.Yesterday];

    private static decimal Exact(double amount) =>
        decimal.Parse(amount.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string Forecast(DateOnly start, DateOnly end, double daily)
    {
        var mean = daily * (end.DayNumber - start.DayNumber);
        return Line(start, end, Math.Round(mean, 6), Math.Round(mean * 0.8, 6), Math.Round(mean * 1.2, 6));
    }

    private decimal Sum(DateOnly day) => _spending.ByService(day).Sum(cost => Exact(cost.Cost));

    private string Use(Reservation reservation)
    {
        var percent = reservation.UtilizationOn(loaded.Account, SimulatedRun.Yesterday);
        var onDemand = reservation.OnDemandCost(percent);
        return Line(
            reservation.Id, "Reserved Instance", reservation.Count, percent, onDemand, reservation.DailyFee, Math.Round(onDemand - reservation.DailyFee, 2), reservation.Recurring, true);
    }

    private string Use(SavingsPlan plan)
    {
        var percent = plan.UtilizationOn(loaded.Account, SimulatedRun.Yesterday);
        var (committed, used) = (24 * plan.Commitment, 24 * plan.Commitment * percent / 100);
        return Line(
            plan.Id, "Savings Plan", null, percent, Math.Round(used * 1.39, 2), Math.Round(used, 2), Math.Round(used * 1.39 - committed, 2), plan.Recurring, true);
    }
}
