using OrgLens.Local.Simulation.Api.Faults;

namespace OrgLens.Local.Tests.Simulation;

/// <summary>Lists that are short in every account: an empty first page makes them have two.</summary>
public sealed class PagingTests(SimulatedCloud cloud) : SimulationTest(cloud), IDisposable
{
    private const string Days = """{"TimePeriod": {"Start": "2026-11-16", "End": "2026-11-18"}, "Granularity": "DAILY"}""";

    public void Dispose() => Cloud.Api.Faults.Reset();

    [Theory]
    [InlineData("ce", "get_reservation_coverage", "CoveragesByTime", "NextPageToken", null, Days)]
    [InlineData("ce", "get_reservation_utilization", "UtilizationsByTime", "NextPageToken", null, Days)]
    [InlineData("elb", "describe_load_balancers", "LoadBalancerDescriptions", "Marker", "NextMarker", "{}")]
    [InlineData("guardduty", "list_detectors", "DetectorIds", "NextToken", null, "{}")]
    [InlineData("rds", "describe_db_instances", "DBInstances", "Marker", null, "{}")]
    [InlineData("rds", "describe_reserved_db_instances", "ReservedDBInstances", "Marker", null, "{}")]
    [InlineData("resiliencehub", "list_app_assessments", "assessmentSummaries", "nextToken", null, "{}")]
    [InlineData("resource-explorer-2", "list_views", "Views", "NextToken", null, "{}")]
    public async Task Nothing_is_lost_after_an_empty_page(string service, string operation, string items, string tokenIn, string? tokenOut, string arguments)
    {
        var whole = await CallAsync(service, operation, arguments);
        Cloud.Api.Faults.Add(new ApiFaultRule { Fault = ApiFault.EmptyPage, Call = 1 });

        var pages = await PagesAsync(service, operation, items, arguments, tokenIn, tokenOut);

        Assert.NotEmpty(pages);
        Assert.Equal(whole[items]!.AsArray().Select(item => item!.ToJsonString()), pages.Select(item => item.ToJsonString()));
    }

    [Theory]
    [InlineData("list_accounts", "Accounts")]
    [InlineData("list_roots", "Roots")]
    [InlineData("list_delegated_administrators", "DelegatedAdministrators")]
    public async Task Nothing_of_the_organization_is_lost_after_an_empty_page(string operation, string items)
    {
        var management = Cloud.Api.Organization.Accounts[0];
        var whole = await CallAsync("organizations", operation, account: management);
        Cloud.Api.Faults.Add(new ApiFaultRule { Fault = ApiFault.EmptyPage, Call = 1 });

        var pages = await PagesAsync("organizations", operation, items, account: management);

        Assert.Equal(whole[items]!.AsArray().Select(item => item!.ToJsonString()), pages.Select(item => item.ToJsonString()));
    }
}
