using OrgLens.Aws;
using OrgLens.Sender;
using OrgLens.Sender.Collectors.Cost;

namespace OrgLens.Tests.Sender.Collectors;

public sealed class CommitmentSavingsTests
{
    private const string Savings = "ri_sp_savings";
    private const string Coverage = "ri_sp_savings.coverage";
    private const string NoInstances = """<DescribeReservedInstancesResponse><reservedInstancesSet/></DescribeReservedInstancesResponse>""";
    private const string NoDatabases = """<DescribeReservedDBInstancesResponse><DescribeReservedDBInstancesResult><ReservedDBInstances/></DescribeReservedDBInstancesResult></DescribeReservedDBInstancesResponse>""";
    private const string NoPlans = """{"savingsPlans":[]}""";

    [Fact]
    public async Task Reserved_instances_of_all_Regions_have_their_figures_for_one_paid_call()
    {
        var calls = new CannedCalls().Answer("DescribeReservedInstances", Instance("r1", "active"), region: "eu-west-1").Answer("DescribeReservedInstances", Instance("r2", "active"), region: "us-east-1")
            .Answer("DescribeReservedDBInstances", NoDatabases).Answer("DescribeSavingsPlans", NoPlans)
            .Answer("GetReservationUtilization", Use("arn:aws:ec2:eu-west-1:111122223333:reserved-instances/r1", "100"))
            .Answer("GetReservationCoverage", """{"Total":{"CoverageHours":{"CoverageHoursPercentage":"80.5"}}}""");
        var collected = await Collected.RunAsync([CommitmentSavings.Collector], calls, ["eu-west-1", "us-east-1"]);
        JsonAssert.Equal(
            """
            {"reservation_type":"Reserved Instance","subscription_id":"r1","service":"Amazon EC2","instance_type":"m5.large","instance_count":2,"instance_tenancy":"default",
             "offering_class":"standard","offering_type":"Partial Upfront","product_types":"Linux/UNIX","region":"eu-west-1","scope":"Region","currency":"USD",
             "commitment":36.5,"upfront_cost":100.5,"recurring_cost":0.05,"recurring_frequency":"Hourly","usage_price":0.0,
             "start_date":"2026-01-01T00:00:00+00:00","end_date":"2027-01-01T00:00:00+00:00","duration_seconds":31536000,"state":"active",
             "description":"2x m5.large Linux/UNIX","date_from":"2026-05-03","date_to":"2026-05-04","date":"2026-05-03","utilization_percentage":100,
             "on_demand_cost":2.5,"reservation_cost":1.25,"net_savings":1.25,"coverage_percentage":80.5}
            """,
            collected.Rows(Savings)[0]);
        Assert.Equal(("r2", null), ((string?)collected.Rows(Savings)[1]!["subscription_id"], collected.Rows(Savings)[1]!["utilization_percentage"]));
        Assert.Equal((CoverageStatus.Complete, CoverageStatus.Complete), (collected.Ended(Savings).Status, collected.Ended(Coverage).Status));
        Assert.Single(collected.Calls, call => call.Operation == "GetReservationUtilization");
    }

    [Fact]
    public async Task Reserved_databases_have_recurring_costs_and_an_end_and_retired_ones_are_left_out()
    {
        var calls = new CannedCalls().Answer("DescribeReservedInstances", NoInstances).Answer("DescribeSavingsPlans", NoPlans)
            .Answer("DescribeReservedDBInstances", Database("d1", "active", "<Marker>m</Marker>"), input => !input.ContainsKey("Marker"))
            .Answer("DescribeReservedDBInstances", Database("d2", "retired", string.Empty), input => input.ContainsKey("Marker"))
            .Answer("GetReservationUtilization", Use("arn:aws:rds:eu-west-1:111122223333:ri:d1", "0"))
            .Answer("GetReservationCoverage", """{"Total":{"CoverageHours":{"CoverageHoursPercentage":"80.5"}}}""");
        var collected = await Collected.RunAsync(CommitmentSavings.Collector, calls);
        var row = Assert.Single(collected.Rows(Savings))!;
        Assert.Equal(
            ("d1", 0.1m, "Hourly", "2027-01-01T00:00:00+00:00", 0m),
            ((string?)row["subscription_id"], (decimal?)row["recurring_cost"], (string?)row["recurring_frequency"], (string?)row["end_date"], (decimal?)row["utilization_percentage"]));
    }

    [Fact]
    public async Task Savings_Plans_of_all_pages_have_their_figures()
    {
        var calls = new CannedCalls().Answer("DescribeReservedInstances", NoInstances).Answer("DescribeReservedDBInstances", NoDatabases)
            .Answer("DescribeSavingsPlans", Plan("p1", ",\"nextToken\":\"t\""), input => !input.ContainsKey("nextToken")).Answer("DescribeSavingsPlans", Plan("p2", ""), input => input.ContainsKey("nextToken"))
            .Answer("GetSavingsPlansUtilizationDetails", PlanUse("p1", ",\"NextToken\":\"t\""), input => !input.ContainsKey("NextToken"))
            .Answer("GetSavingsPlansUtilizationDetails", PlanUse("p2", ""), input => input.ContainsKey("NextToken"))
            .Answer("GetSavingsPlansCoverage", """{"SavingsPlansCoverages":[{"Coverage":{"CoveragePercentage":"61.25"}}]}""");
        var collected = await Collected.RunAsync(CommitmentSavings.Collector, calls);
        Assert.Equal(["p1", "p2"], collected.Rows(Savings).Select(row => (string?)row!["subscription_id"]));
        JsonAssert.Equal(
            """
            {"reservation_type":"Savings Plan","subscription_id":"p2","service":"AWS Savings Plans","instance_type":"Compute","instance_family":null,
             "offering_type":"No Upfront","offering_id":"o","savings_plan_arn":"arn:aws:savingsplans::111122223333:savingsplan/p2","product_types":"EC2,Lambda",
             "region":null,"currency":"USD","commitment":0.5,"upfront_cost":0.0,"recurring_cost":365.0,"start_date":"2026-01-01T00:00:00+00:00",
             "end_date":"2027-01-01T00:00:00+00:00","returnable_until":null,"duration_seconds":31536000,"state":"active","description":"1 year",
             "date_from":"2026-05-03","date_to":"2026-05-04","date":"2026-05-03","utilization_percentage":90.5,"on_demand_cost":15.5,"reservation_cost":10.86,
             "net_savings":3.5,"coverage_percentage":61.25}
            """,
            collected.Rows(Savings)[1]);
    }

    [Fact]
    public async Task An_account_without_reservations_pays_for_no_call()
    {
        var calls = new CannedCalls().Answer("DescribeReservedInstances", NoInstances).Answer("DescribeReservedDBInstances", NoDatabases).Answer("DescribeSavingsPlans", NoPlans);
        var collected = await Collected.RunAsync(CommitmentSavings.Collector, calls);
        Assert.Equal((CoverageStatus.Empty, CoverageStatus.Empty, 3), (collected.Ended(Savings).Status, collected.Ended(Coverage).Status, collected.Ended(Savings).Calls));
    }

    [Fact]
    public async Task Where_the_budget_ends_use_goes_before_coverage()
    {
        var calls = new CannedCalls().Answer("DescribeReservedInstances", Instance("r1", "active")).Answer("DescribeReservedDBInstances", NoDatabases).Answer("DescribeSavingsPlans", Plan("p1", ""))
            .Answer("GetReservationUtilization", Use("arn:aws:ec2:eu-west-1:111122223333:reserved-instances/r1", "100")).Answer("GetSavingsPlansUtilizationDetails", PlanUse("p1", ""));
        var collected = await Collected.RunAsync(CommitmentSavings.Collector, calls, new CollectOptions { PaidCalls = 2 });
        Assert.All(collected.Rows(Savings), row => Assert.NotNull(row!["utilization_percentage"]));
        Assert.Equal((CoverageStatus.Complete, CoverageStatus.OverBudget), (collected.Ended(Savings).Status, collected.Ended(Coverage).Status));
    }

    [Theory]
    [InlineData("DataUnavailableException", AwsErrorKind.Failed, CoverageStatus.Complete)]
    [InlineData("AccessDeniedException", AwsErrorKind.DeniedByPolicy, CoverageStatus.DeniedIam)]
    public async Task Figures_that_are_not_known_are_null_and_the_reservation_stays(string code, AwsErrorKind kind, CoverageStatus expected)
    {
        var calls = new CannedCalls().Answer("DescribeReservedInstances", Instance("r1", "active")).Answer("DescribeReservedDBInstances", NoDatabases).Answer("DescribeSavingsPlans", NoPlans)
            .Fail("GetReservationUtilization", kind, code).Fail("GetReservationCoverage", kind, code);
        var collected = await Collected.RunAsync(CommitmentSavings.Collector, calls);
        var row = Assert.Single(collected.Rows(Savings))!;
        Assert.Equal((null, null), (row["utilization_percentage"], row["coverage_percentage"]));
        Assert.Equal(expected, collected.Ended(Savings).Status);
    }

    [Fact]
    public async Task A_Region_that_may_not_be_read_leaves_the_others()
    {
        var calls = new CannedCalls().Answer("DescribeReservedInstances", Instance("r1", "active"), region: "eu-west-1")
            .Fail("DescribeReservedInstances", AwsErrorKind.DeniedByScp, "UnauthorizedOperation", region: "us-east-1")
            .Answer("DescribeReservedDBInstances", NoDatabases).Answer("DescribeSavingsPlans", NoPlans)
            .Answer("GetReservationUtilization", """{"UtilizationsByTime":[]}""").Answer("GetReservationCoverage", """{"Total":{}}""");
        var collected = await Collected.RunAsync([CommitmentSavings.Collector], calls, ["eu-west-1", "us-east-1"]);
        Assert.Single(collected.Rows(Savings));
        Assert.Equal((CoverageStatus.DeniedScp, "ec2:DescribeReservedInstances UnauthorizedOperation"), (collected.Ended(Savings).Status, collected.Ended(Savings).Error));
    }

    private static string Instance(string id, string state) =>
        $"""
        <DescribeReservedInstancesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><reservedInstancesSet><item><reservedInstancesId>{id}</reservedInstancesId>
        <instanceType>m5.large</instanceType><start>2026-01-01T00:00:00.000Z</start><end>2027-01-01T00:00:00.000Z</end><duration>31536000</duration><fixedPrice>100.5</fixedPrice>
        <usagePrice>0.0</usagePrice><instanceCount>2</instanceCount><productDescription>Linux/UNIX</productDescription><state>{state}</state>
        <instanceTenancy>default</instanceTenancy><currencyCode>USD</currencyCode><offeringClass>standard</offeringClass><offeringType>Partial Upfront</offeringType><scope>Region</scope>
        <recurringCharges><item><frequency>Hourly</frequency><amount>0.05</amount></item></recurringCharges></item></reservedInstancesSet></DescribeReservedInstancesResponse>
        """;

    private static string Database(string id, string state, string more) =>
        $"""
        <DescribeReservedDBInstancesResponse xmlns="http://rds.amazonaws.com/doc/2014-10-31/"><DescribeReservedDBInstancesResult>{more}<ReservedDBInstances><ReservedDBInstance>
        <ReservedDBInstanceId>{id}</ReservedDBInstanceId><DBInstanceClass>db.m5.large</DBInstanceClass><StartTime>{(state == "active" ? "2026" : "2024")}-01-01T00:00:00Z</StartTime>
        <Duration>31536000</Duration><FixedPrice>10</FixedPrice><UsagePrice>0</UsagePrice><CurrencyCode>USD</CurrencyCode><DBInstanceCount>1</DBInstanceCount>
        <ProductDescription>postgresql</ProductDescription><OfferingType>Partial Upfront</OfferingType><MultiAZ>true</MultiAZ><State>{state}</State><RecurringCharges>
        <RecurringCharge><RecurringChargeAmount>0.1</RecurringChargeAmount><RecurringChargeFrequency>Hourly</RecurringChargeFrequency></RecurringCharge></RecurringCharges>
        </ReservedDBInstance></ReservedDBInstances></DescribeReservedDBInstancesResult></DescribeReservedDBInstancesResponse>
        """;

    private static string Plan(string id, string more) =>
        $$$"""
        {"savingsPlans":[{"savingsPlanId":"{{{id}}}","savingsPlanArn":"arn:aws:savingsplans::111122223333:savingsplan/{{{id}}}","offeringId":"o","description":"1 year",
          "start":"2026-01-01T00:00:00.000Z","end":"2027-01-01T00:00:00.000Z","state":"active","savingsPlanType":"Compute","paymentOption":"No Upfront",
          "productTypes":["EC2","Lambda"],"currency":"USD","commitment":"0.5","upfrontPaymentAmount":"0.0","recurringPaymentAmount":"365.0",
          "termDurationInSeconds":31536000}]{{{more}}}}
        """;

    private static string Use(string arn, string percentage) =>
        $$$"""
        {"UtilizationsByTime":[{"TimePeriod":{"Start":"2026-05-03","End":"2026-05-04"},"Groups":[{"Key":"SUBSCRIPTION_ID","Value":"359809062",
          "Attributes":{"reservationARN":"{{{arn}}}"},"Utilization":{"UtilizationPercentage":"{{{percentage}}}","OnDemandCostOfRIHoursUsed":"2.5",
          "TotalAmortizedFee":"1.25","NetRISavings":"1.25"}}]}]}
        """;

    private static string PlanUse(string id, string more) =>
        $$$"""
        {"SavingsPlansUtilizationDetails":[{"SavingsPlanArn":"arn:aws:savingsplans::111122223333:savingsplan/{{{id}}}",
          "Utilization":{"UsedCommitment":"10.86","UtilizationPercentage":"90.5"},"Savings":{"NetSavings":"3.5","OnDemandCostEquivalent":"15.5"}}]{{{more}}}}
        """;
}
