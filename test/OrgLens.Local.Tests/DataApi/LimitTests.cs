using System.Net;
using System.Text.Json.Nodes;
using OrgLens.Local.DataApi;

namespace OrgLens.Local.Tests.DataApi;

[Collection(SharedEmulators.Name)]
public sealed class LimitTests(Emulators emulators) : IAsyncLifetime
{
    private RawDataApi _api = null!;

    public async Task InitializeAsync() => _api = await RawDataApi.StartAsync(emulators);

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task Takes_a_request_of_four_megabytes_and_no_larger_one()
    {
        const int fourMegabytes = 4 * 1024 * 1024;
        var fits = await _api.ExecuteAsync("select length(:s)", null, Text(fourMegabytes - 1000));
        var tooLarge = await _api.ExecuteAsync("select length(:s)", null, Text(fourMegabytes));

        Assert.Equal(fourMegabytes - 1000, (int)fits.Body!["records"]![0]![0]!["longValue"]!);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, null), (tooLarge.Status, tooLarge.ErrorType));
    }

    [Theory]
    [InlineData("select repeat('x', 1000) from generate_series(1, 1000)", null)]
    [InlineData("select repeat('x', 1000) from generate_series(1, 1100)", "UnsupportedResultException: The result exceeds the size limit 1 MB.")]
    [InlineData("select repeat('x', 65000)", null)]
    [InlineData("select repeat('x', 66000)", "DatabaseErrorException: Packet for query is too large")]
    public async Task Limits_results_and_rows(string sql, string? error)
    {
        var (_, type, body) = await _api.ExecuteAsync(sql);

        Assert.Equal(error, type is null ? null : $"{type}: {(string?)body!["message"]}");
    }

    [Fact]
    public async Task Limits_the_length_of_a_statement()
    {
        var longest = "select 1" + new string(' ', 65536 - 8);

        Assert.Equal(HttpStatusCode.OK, (await _api.ExecuteAsync(longest)).Status);
        Assert.Equal((HttpStatusCode.BadRequest, "ValidationException"), (await _api.ExecuteAsync(longest + " ")) is var (status, type, _) ? (status, type) : default);
    }

    [Fact]
    public async Task Limits_the_length_of_transaction_ids()
    {
        Assert.InRange((await _api.BeginAsync()).Length, 1, 192);
        Assert.Equal("TransactionNotFoundException", (await _api.ExecuteAsync("select 1", new string('x', 192))).ErrorType);
        Assert.Equal("ValidationException", (await _api.ExecuteAsync("select 1", new string('x', 193))).ErrorType);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"sql\": 1}")]
    [InlineData("{\"parameters\": [{\"name\": \"a\", \"value\": {\"longValue\": 1.5}}]}")]
    [InlineData("{} {}")]
    public async Task Refuses_a_body_that_is_not_well_formed(string body)
    {
        var (status, type, answer) = await _api.PostAsync("/Execute", body);

        Assert.Equal((HttpStatusCode.BadRequest, "SerializationException"), (status, type));
        Assert.NotNull(answer!["message"]);
    }

    [Fact]
    public async Task Names_the_member_that_is_missing()
    {
        var (_, type, body) = await _api.PostAsync("/Execute", """{"secretArn": "x", "sql": "select 1"}""");

        Assert.Equal("ValidationException", type);
        Assert.Contains("'resourceArn'", (string?)body!["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancels_a_statement_that_runs_too_long()
    {
        await using var impatient = await RawDataApi.StartAsync(emulators, new DataApiLimits { StatementTimeout = TimeSpan.FromMilliseconds(200) });

        var (status, type, body) = await impatient.ExecuteAsync("select pg_sleep(600)::text");

        Assert.Equal((HttpStatusCode.BadRequest, "StatementTimeoutException"), (status, type));
        var backend = (long)body!["dbConnectionId"]!;
        await Eventually.HoldsAsync(async () => (long)(await _api.ExecuteAsync(
            $"select count(*) from pg_stat_activity where pid = {backend} and state = 'active'")).Body!["records"]![0]![0]!["longValue"]! == 0);
    }

    [Fact]
    public async Task Lets_a_statement_go_on_when_asked_to()
    {
        await using var impatient = await RawDataApi.StartAsync(emulators, new DataApiLimits { StatementTimeout = TimeSpan.FromMilliseconds(200) });
        var table = $"t_{Guid.NewGuid():N}";

        var (_, type, _) = await impatient.ExecuteAsync(
            $"create table {table} as select pg_sleep(1)::text as s", null, new JsonObject { ["continueAfterTimeout"] = true });

        Assert.Equal("StatementTimeoutException", type);
        await Eventually.HoldsAsync(async () => (await _api.ExecuteAsync($"select 1 from {table}")).Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Rolls_back_a_transaction_that_nobody_uses()
    {
        var clock = new ManualClock();
        await using var api = await RawDataApi.StartAsync(emulators, time: clock);
        var used = await api.BeginAsync();
        var forgotten = await api.BeginAsync();

        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.OK, (await api.ExecuteAsync("select 1", used)).Status);
        clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(HttpStatusCode.OK, (await api.ExecuteAsync("select 1", used)).Status);
        var (_, type, body) = await api.ExecuteAsync("select 1", forgotten);
        Assert.Equal("TransactionNotFoundException", type);
        Assert.EndsWith("Transaction may be expired.", (string?)body!["message"], StringComparison.Ordinal);
    }

    private static JsonObject Text(int length) => new()
    {
        ["parameters"] = new JsonArray(new JsonObject { ["name"] = "s", ["value"] = new JsonObject { ["stringValue"] = new string('x', length) } }),
    };
}
