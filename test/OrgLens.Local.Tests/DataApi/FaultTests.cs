using System.Net;
using OrgLens.Local.DataApi;

namespace OrgLens.Local.Tests.DataApi;

[Collection(SharedEmulators.Name)]
public sealed class FaultTests(Emulators emulators) : IAsyncLifetime
{
    private readonly string _table = $"t_{Guid.NewGuid():N}";
    private RawDataApi _api = null!;

    public async Task InitializeAsync()
    {
        _api = await RawDataApi.StartAsync(emulators);
        await _api.ExecuteAsync($"create table {_table} (n int)");
        _api.Faults.Reset();
    }

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Theory]
    [InlineData(DataApiFault.DatabaseResuming, HttpStatusCode.BadRequest, "DatabaseResumingException")]
    [InlineData(DataApiFault.Throttling, HttpStatusCode.BadRequest, "ThrottlingException")]
    [InlineData(DataApiFault.StatementTimeout, HttpStatusCode.BadRequest, "StatementTimeoutException")]
    [InlineData(DataApiFault.InternalServerError, HttpStatusCode.InternalServerError, "InternalServerErrorException")]
    [InlineData(DataApiFault.ServiceUnavailable, HttpStatusCode.ServiceUnavailable, "ServiceUnavailableError")]
    [InlineData(DataApiFault.DatabaseUnavailable, HttpStatusCode.GatewayTimeout, "DatabaseUnavailableException")]
    [InlineData(DataApiFault.TransactionExpired, HttpStatusCode.NotFound, "TransactionNotFoundException")]
    [InlineData(DataApiFault.Deadlock, HttpStatusCode.BadRequest, "DatabaseErrorException")]
    [InlineData(DataApiFault.SerializationFailure, HttpStatusCode.BadRequest, "DatabaseErrorException")]
    public async Task Fails_the_chosen_call_without_executing_it(DataApiFault fault, HttpStatusCode status, string type)
    {
        _api.Faults.FailCall(2, fault);

        var answers = new List<(HttpStatusCode, string?)>();
        for (var i = 1; i <= 3; i++)
        {
            var (answered, error, _) = await _api.ExecuteAsync($"insert into {_table} values ({i})");
            answers.Add((answered, error));
        }

        Assert.Equal([(HttpStatusCode.OK, null), (status, type), (HttpStatusCode.OK, null)], answers);
        Assert.Equal(3, _api.Faults.Calls);
        Assert.Equal(2, await CountAsync());
    }

    [Fact]
    public async Task Fails_the_next_calls()
    {
        _api.Faults.FailNext(2, DataApiFault.Throttling);

        Assert.Equal("ThrottlingException", (await _api.ExecuteAsync("select 1")).ErrorType);
        Assert.Equal("ThrottlingException", (await _api.ExecuteAsync("select 1")).ErrorType);
        Assert.Null((await _api.ExecuteAsync("select 1")).ErrorType);
    }

    [Theory]
    [InlineData(DataApiFault.ConnectionDroppedBefore, 0)]
    [InlineData(DataApiFault.ConnectionDroppedAfter, 1)]
    public async Task Breaks_the_connection_before_or_after_executing(DataApiFault fault, int rows)
    {
        _api.Faults.FailCall(1, fault);

        await Assert.ThrowsAsync<HttpRequestException>(() => _api.ExecuteAsync($"insert into {_table} values (1)"));

        Assert.Equal(rows, await CountAsync());
    }

    [Fact]
    public async Task Fails_the_transaction_that_is_chosen_in_a_deadlock()
    {
        var transaction = await _api.BeginAsync();
        _api.Faults.FailNext(1, DataApiFault.Deadlock);

        var (_, _, victim) = await _api.ExecuteAsync($"insert into {_table} values (1)", transaction);
        var (_, _, next) = await _api.ExecuteAsync("select 1", transaction);

        Assert.Equal("ERROR: deadlock detected; SQLState: 40P01", (string?)victim!["message"]);
        Assert.EndsWith("SQLState: 25P02", (string?)next!["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_controlled_over_http_too()
    {
        var (_, _, state) = await _api.PostAsync(
            FaultControl.Path, """{"latencyMs": 1.5, "failures": [{"call": 2, "fault": "Throttling"}, {"next": 1, "fault": "DatabaseResuming"}]}""");

        Assert.Equal("""{"calls":0,"latencyMs":1.5,"pending":2}""", state!.ToJsonString());
        Assert.Equal("DatabaseResumingException", (await _api.ExecuteAsync("select 1")).ErrorType);
        Assert.Equal("ThrottlingException", (await _api.ExecuteAsync("select 1")).ErrorType);
        Assert.Null((await _api.ExecuteAsync("select 1")).ErrorType);
    }

    private async Task<long> CountAsync() =>
        (long)(await _api.ExecuteAsync($"select count(*) from {_table}")).Body!["records"]![0]![0]!["longValue"]!;
}
