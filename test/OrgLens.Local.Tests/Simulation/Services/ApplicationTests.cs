using OrgLens.Local.Simulation;

namespace OrgLens.Local.Tests.Simulation.Services;

/// <summary>Resilience Hub, Application Signals, Marketplace and its licenses.</summary>
public sealed class ApplicationTests(SimulatedCloud cloud) : SimulationTest(cloud)
{
    [Fact]
    public async Task Resilient_applications_are_those_of_the_documents()
    {
        var expected = Enumerable.Range(0, 60).SelectMany(age => Documented(SimulatedCloud.Today.AddDays(-age))).Order(StringComparer.Ordinal).ToList();

        var all = await PagesAsync("resiliencehub", "list_apps", "appSummaries", """{"maxResults": 1}""", "nextToken");

        Assert.NotEmpty(expected);
        Assert.Superset(expected.ToHashSet(), all.Select(application => (string)application["appArn"]!).ToHashSet());
    }

    [Fact]
    public async Task Applications_have_a_policy_and_assessments()
    {
        var arn = (string)(await CallAsync("resiliencehub", "list_apps"))["appSummaries"]![0]!["appArn"]!;
        var application = (await CallAsync("resiliencehub", "describe_app", $$"""{"appArn": "{{arn}}"}"""))["app"]!;
        var policy = await CallAsync("resiliencehub", "describe_resiliency_policy", $$"""{"policyArn": "{{application["policyArn"]}}"}""");
        var assessments = await CallAsync("resiliencehub", "list_app_assessments", $$"""{"appArn": "{{arn}}"}""");
        var tests = await PagesAsync(
            "resiliencehub", "list_test_recommendations", "testRecommendations",
            $$"""{"assessmentArn": "{{assessments["assessmentSummaries"]![0]!["assessmentArn"]}}", "maxResults": 1}""", "nextToken");
        var unknown = await FailAsync("resiliencehub", "describe_app", """{"appArn": "arn:aws:resiliencehub:eu-west-1:123456789012:app/5c3b5f0e-1111-4222-8333-444455556666"}""");

        Assert.NotNull(application["lastAppComplianceEvaluationTime"]);
        Assert.Equal(3600, (int)policy["policy"]!["policy"]!["Software"]!["rpoInSecs"]!);
        Assert.Equal(3, tests.Count);
        Assert.Equal(("ResourceNotFoundException", 404), (unknown.Code, unknown.Status));
    }

    [Fact]
    public async Task Services_were_discovered_where_production_runs()
    {
        const string Day = """ "StartTime": "2026-11-17T00:00:00Z", "EndTime": "2026-11-18T00:00:00Z" """;
        var services = await PagesAsync("application-signals", "list_services", "ServiceSummaries", $$"""{{{Day}}, "MaxResults": 2}""");
        var none = await CallAsync("application-signals", "list_services", $$"""{{{Day}}}""", region: "sa-east-1");

        Assert.All(services, service => Assert.Equal("Service", (string?)service["KeyAttributes"]!["Type"]));
        Assert.Empty(none["ServiceSummaries"]!.AsArray());
    }

    [Fact]
    public async Task Licenses_lead_to_entitlements()
    {
        var license = (await CallAsync("license-manager", "list_received_licenses", region: "us-east-1"))["Licenses"]![0]!;
        var code = (string)license["LicenseMetadata"]![0]!["Value"]!;

        var entitlements = await PagesAsync("marketplace-entitlement", "get_entitlements", "Entitlements", $$"""{"ProductCode": "{{code}}", "MaxResults": 1}""", region: "us-east-1");
        var none = await CallAsync("marketplace-entitlement", "get_entitlements", """{"ProductCode": "unknown"}""", region: "us-east-1");

        Assert.Equal(license["Entitlements"]!.AsArray().Count, entitlements.Count);
        Assert.Empty(none["Entitlements"]!.AsArray());
    }

    [Fact]
    public async Task Agreements_name_what_the_licenses_are_for()
    {
        const string Mine = """{"catalog": "AWSMarketplace", "filters": [{"name": "PartyType", "values": ["Acceptor"]}, {"name": "AgreementType", "values": ["PurchaseAgreement"]}]}""";
        var licenses = (await CallAsync("license-manager", "list_received_licenses", region: "us-east-1"))["Licenses"]!.AsArray();

        var agreements = (await CallAsync("marketplace-agreement", "search_agreements", Mine, region: "us-east-1"))["agreementViewSummaries"]!.AsArray();
        var sold = await CallAsync("marketplace-agreement", "search_agreements", Mine.Replace("Acceptor", "Proposer", StringComparison.Ordinal), region: "us-east-1");
        var wrong = await FailAsync("marketplace-agreement", "search_agreements", """{"catalog": "Elsewhere"}""", region: "us-east-1");

        Assert.Equal(
            licenses.Select(license => (string)license!["ProductSKU"]!).Order(),
            agreements.Select(agreement => (string)agreement!["proposalSummary"]!["resources"]![0]!["id"]!).Order());
        Assert.All(agreements, agreement => Assert.Equal((Account.Id, "ACTIVE"), ((string?)agreement!["acceptor"]!["accountId"], (string?)agreement["status"])));
        Assert.Empty(sold["agreementViewSummaries"]!.AsArray());
        Assert.Equal("ValidationException", wrong.Code);
    }

    private IEnumerable<string> Documented(DateOnly day)
    {
        using var body = new MemoryStream();
        new SnapshotSimulator(SimulatedCloud.Plan).Write(new SimulatedDocument(Account, Home, day), body);
        return [.. System.Text.Json.JsonDocument.Parse(body.ToArray()).RootElement.GetProperty("resilience_hub").EnumerateArray().Select(row => row.GetProperty("app_arn").GetString()!)];
    }
}
