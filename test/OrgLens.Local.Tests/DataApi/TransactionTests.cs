using System.Text.Json.Nodes;

namespace OrgLens.Local.Tests.DataApi;

public sealed class TransactionTests(Emulators emulators) : DataApiTest(emulators)
{
    [Fact]
    public async Task Shows_changes_to_others_only_after_the_commit()
    {
        await ExecuteAsync($"create table {Table} (n int)");
        var transaction = await BeginAsync();

        await ExecuteAsync($"insert into {Table} values (1)", transaction);
        Assert.Equal("""{"longValue":1}""", await ScalarAsync($"select count(*) from {Table}", transaction));
        Assert.Equal("""{"longValue":0}""", await ScalarAsync($"select count(*) from {Table}"));
        var committed = await EndAsync("commit_transaction", transaction);

        Assert.Equal("Transaction Committed", (string?)committed["transactionStatus"]);
        Assert.Equal("""{"longValue":1}""", await ScalarAsync($"select count(*) from {Table}"));
    }

    [Fact]
    public async Task Undoes_everything_on_rollback_even_definitions()
    {
        var transaction = await BeginAsync();
        await ExecuteAsync($"create table {Table} (n int)", transaction);

        var undone = await EndAsync("rollback_transaction", transaction);

        Assert.Equal("Rollback Complete", (string?)undone["transactionStatus"]);
        Assert.Equal("""{"isNull":true}""", await ScalarAsync($"select to_regclass('{Table}')::text"));
    }

    [Fact]
    public async Task Stays_failed_after_an_error_and_cannot_be_committed()
    {
        await ExecuteAsync($"create table {Table} (n int)");
        var transaction = await BeginAsync();
        await ExecuteAsync($"insert into {Table} values (1)", transaction);
        await FailAsync("select 1 / 0", transaction);

        var next = await FailAsync("select 1", transaction);
        var commit = await Emulators.Boto3.FailAsync("rds-data", "commit_transaction", Cluster(transaction));

        Assert.Equal("ERROR: current transaction is aborted, commands ignored until end of transaction block; SQLState: 25P02", next.Message);
        Assert.Equal("DatabaseErrorException", commit.Code);
        Assert.Equal("""{"longValue":0}""", await ScalarAsync($"select count(*) from {Table}"));
    }

    [Fact]
    public async Task Is_unknown_after_its_end()
    {
        var transaction = await BeginAsync();
        await EndAsync("commit_transaction", transaction);

        var error = await FailAsync("select 1", transaction);

        Assert.Equal(("TransactionNotFoundException", 404), (error.Code, error.Status));
        Assert.EndsWith("One previous call resulted in a termination of your transaction.", error.Message, StringComparison.Ordinal);
        Assert.Equal("TransactionNotFoundException", (await FailAsync("select 1", new JsonObject { ["transactionId"] = "made-up" })).Code);
    }

    [Fact]
    public async Task Runs_one_call_at_a_time()
    {
        var transaction = await BeginAsync();
        var key = Random.Shared.Next();
        // The first call waits for a lock that another transaction holds, so that it is certainly still running.
        var holder = await BeginAsync();
        await ExecuteAsync($"select pg_advisory_xact_lock({key})::text", holder);
        await using var other = new Clients.ForeignClient(Emulators.Gateway.Endpoint);
        var first = other.CallAsync("rds-data", "execute_statement", Cluster(With(transaction, $"select pg_advisory_xact_lock({key})::text")));
        await Eventually.HoldsAsync(async () =>
            await ScalarAsync($"select count(*) from pg_locks where locktype = 'advisory' and objid = {key} and not granted") != """{"longValue":0}""");

        var error = await FailAsync("select 1", transaction);

        Assert.Equal(("DatabaseErrorException", "Transaction is still running a query"), (error.Code, error.Message));
        await EndAsync("rollback_transaction", holder);
        await first;
        await EndAsync("commit_transaction", transaction);
    }

    [Fact]
    public async Task Runs_batches_in_a_transaction_too()
    {
        await ExecuteAsync($"create table {Table} (n int)");
        var transaction = await BeginAsync();
        var arguments = Cluster(With(transaction, $"insert into {Table} values (:n)"));
        arguments["parameterSets"] = new JsonArray(new JsonArray(Named("n", Json("""{"longValue": 1}"""))));

        await Emulators.Boto3.CallAsync("rds-data", "batch_execute_statement", arguments);
        await EndAsync("rollback_transaction", transaction);

        Assert.Equal("""{"longValue":0}""", await ScalarAsync($"select count(*) from {Table}"));
    }

    private async Task<JsonObject> BeginAsync()
    {
        var answer = await Emulators.Boto3.CallAsync("rds-data", "begin_transaction", Cluster(new JsonObject { ["database"] = "core" }));
        return new JsonObject { ["transactionId"] = (string)answer["transactionId"]! };
    }

    private Task<JsonNode> EndAsync(string operation, JsonObject transaction) =>
        Emulators.Boto3.CallAsync("rds-data", operation, Cluster(transaction));

    private static JsonObject With(JsonObject transaction, string sql)
    {
        var arguments = transaction.DeepClone().AsObject();
        arguments["sql"] = sql;
        return arguments;
    }
}
