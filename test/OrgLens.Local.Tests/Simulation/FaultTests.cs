using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api.Faults;

namespace OrgLens.Local.Tests.Simulation;

public sealed class FaultTests(SimulatedCloud cloud) : SimulationTest(cloud), IDisposable
{
    private ApiFaults Faults => Cloud.Api.Faults;

    public void Dispose()
    {
        Faults.Reset();
        Cloud.Api.Clock.Set(SimulatedCloud.Now);
    }

    [Theory]
    [InlineData(ApiFault.DeniedByPolicy, "AccessDeniedException", 403)]
    [InlineData(ApiFault.DeniedByScp, "AccessDeniedException", 403)]
    [InlineData(ApiFault.Throttled, "ThrottlingException", 429)]
    [InlineData(ApiFault.NotSubscribed, "SubscriptionRequiredException", 400)]
    [InlineData(ApiFault.RegionDisabled, "UnrecognizedClientException", 403)]
    [InlineData(ApiFault.AccountSuspended, "UnrecognizedClientException", 403)]
    [InlineData(ApiFault.InternalError, "InternalFailure", 500)]
    [InlineData(ApiFault.Unavailable, "ServiceUnavailable", 503)]
    [InlineData(ApiFault.ConnectionReset, "ConnectionClosedError", 0)]
    [InlineData(ApiFault.CutOff, "ConnectionClosedError|ResponseStreamingError", 0)]
    [InlineData(ApiFault.BadGateway, "502", 502)]
    public async Task The_chosen_call_goes_wrong_and_no_other(ApiFault fault, string code, int status)
    {
        Faults.Add(new ApiFaultRule { Fault = fault, Service = "account", Operation = "ListRegions", Account = Account.Id, Call = 2 });

        await CallAsync("account", "list_regions");
        var error = await FailAsync("account", "list_regions");
        await CallAsync("account", "list_regions");
        await CallAsync("account", "get_account_information");

        Assert.Contains(error.Code, code.Split('|'));
        Assert.Equal(status, error.Status);
        Assert.Equal(3, Faults.Calls["account:ListRegions"]);
    }

    [Fact]
    public async Task A_page_fails_however_often_it_is_asked_for()
    {
        Faults.Add(new ApiFaultRule { Fault = ApiFault.Throttled, Operation = "ListRegions", Page = 1 });
        var first = await CallAsync("account", "list_regions", """{"MaxResults": 10}""");
        var second = $$"""{"MaxResults": 10, "NextToken": "{{first["NextToken"]}}"}""";

        Assert.Equal("ThrottlingException", (await FailAsync("account", "list_regions", second)).Code);
        Assert.Equal("ThrottlingException", (await FailAsync("account", "list_regions", second)).Code);
    }

    [Fact]
    public async Task An_empty_page_leads_on_and_loses_nothing()
    {
        Faults.Add(new ApiFaultRule { Fault = ApiFault.EmptyPage, Operation = "ListRegions", Call = 2 });

        var regions = await PagesAsync("account", "list_regions", "Regions", """{"MaxResults": 10}""");

        Assert.Equal(29, regions.Count);
    }

    [Fact]
    public async Task A_repeated_token_leads_to_itself()
    {
        Faults.Add(new ApiFaultRule { Fault = ApiFault.RepeatedToken, Operation = "ListRegions", Call = 2 });
        var first = await CallAsync("account", "list_regions", """{"MaxResults": 10}""");

        var second = await CallAsync("account", "list_regions", $$"""{"MaxResults": 10, "NextToken": "{{first["NextToken"]}}"}""");
        var third = await CallAsync("account", "list_regions", $$"""{"MaxResults": 10, "NextToken": "{{second["NextToken"]}}"}""");

        Assert.Equal((string?)second["NextToken"], (string?)third["NextToken"]);
        Assert.Equal(second["Regions"]!.ToJsonString(), third["Regions"]!.ToJsonString());
    }

    [Fact]
    public async Task A_share_of_the_calls_goes_wrong_the_same_ones_in_every_run()
    {
        var runs = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            Faults.Reset();
            Faults.Add(new ApiFaultRule { Fault = ApiFault.EmptyBody, Operation = "ListRegions", Share = 0.3 });
            var answers = new List<bool>();
            for (var call = 0; call < 40; call++)
            {
                answers.Add((await CallAsync("account", "list_regions"))["Regions"] is not null);
            }

            runs.Add(string.Concat(answers.Select(answer => answer ? '.' : 'x')));
        }

        Assert.Equal(runs[0], runs[1]);
        Assert.InRange(runs[0].Count(answer => answer == 'x'), 6, 18);
    }

    [Fact]
    public async Task Values_and_members_can_be_such_as_nobody_expects()
    {
        var role = new Clients.ForeignRole(Account.Id, Home, ChecksShapes: false);
        Faults.Add(new ApiFaultRule { Fault = ApiFault.UnknownValues, Operation = "ListRegions", Call = 1 });
        Faults.Add(new ApiFaultRule { Fault = ApiFault.MissingMembers, Operation = "ListRegions", Call = 2 });

        var values = await Cloud.Boto3.CallAsync("account", "list_regions", [], role);
        var members = await Cloud.Boto3.CallAsync("account", "list_regions", [], role);

        Assert.Equal("UNHEARD_OF", (string?)values["Regions"]![0]!["RegionOptStatus"]);
        Assert.Equal("{}", members["Regions"]![0]!.ToJsonString());
    }

    [Theory]
    [InlineData(ApiFault.Html, "text/html", "<!DOCTYPE html>")]
    [InlineData(ApiFault.Malformed, "application/x-amz-json-1.1", "{\"Items\": [{\"Id\": <")]
    public async Task An_answer_may_be_no_answer_of_the_service(ApiFault fault, string contentType, string beginning)
    {
        Faults.Add(new ApiFaultRule { Fault = fault, Operation = "ListRegions" });
        using var client = new HttpClient { BaseAddress = Cloud.Endpoint };
        using var request = await RequestAsync();

        using var answer = await client.SendAsync(request);

        Assert.Equal((HttpStatusCode.OK, contentType), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.StartsWith(beginning, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_without_an_answer_waits_until_its_caller_has_left()
    {
        Faults.Add(new ApiFaultRule { Fault = ApiFault.NoAnswer, Operation = "ListRegions" });
        using var leaving = new CancellationTokenSource();
        using var client = new HttpClient { BaseAddress = Cloud.Endpoint };
        using var request = await RequestAsync();

        var answer = client.SendAsync(request, leaving.Token);
        await Eventually.HoldsAsync(() => Task.FromResult(answer.IsCompleted || Faults.Calls.ContainsKey("account:ListRegions")));

        Assert.False(answer.IsCompleted);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
    }

    [Fact]
    public async Task Is_controlled_over_http_too()
    {
        using var client = new HttpClient { BaseAddress = Cloud.Endpoint };
        var path = new Uri("/_orglens/simulation", UriKind.Relative);

        using var set = await client.PostAsync(path, new StringContent("""
            {"now": "2026-11-10T12:00:00Z", "latencyMs": 0.5, "faults": [{"service": "account", "fault": "Throttled", "after": 1}]}
            """, System.Net.Http.Headers.MediaTypeHeaderValue.Parse("application/json")));
        await CallAsync("account", "list_regions");
        var error = await FailAsync("account", "get_account_information");
        var state = JsonNode.Parse(await client.GetStringAsync(path))!;
        using var wrong = await client.PostAsJsonAsync(path, new { faults = 1 });
        using var reset = await client.DeleteAsync(path);

        Assert.Equal("ThrottlingException", error.Code);
        Assert.Equal("2026-11-10T12:00:00+00:00", (string?)state["now"]);
        Assert.Equal("""{"account:GetAccountInformation":1,"account:ListRegions":1}""", state["calls"]!.ToJsonString());
        Assert.Equal(12, state["accounts"]!.AsArray().Count);
        Assert.Equal(400, (int)wrong.StatusCode);
        Assert.Equal(0, Faults.Rules);
    }

    private async Task<HttpRequestMessage> RequestAsync()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/listRegions");
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential={await Cloud.AccessKeyAsync(Account)}/20260101/eu-west-1/account/aws4_request, SignedHeaders=host, Signature=0");
        return request;
    }
}
