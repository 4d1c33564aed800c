using Amazon.RDSDataService.Model;
using OrgLens.Database;
using OrgLens.Local.DataApi;
using OrgLens.Tests.Cluster;
using DataApiTransaction = OrgLens.Database.DataApiTransaction;

namespace OrgLens.Tests.Database;

/// <summary>All of a transaction's work takes effect, or nothing.</summary>
public sealed class DataApiTests
{
    private const string Insert = "insert into products (name) values (:name)";

    [Fact]
    public async Task Work_that_returns_is_committed()
    {
        await using var database = await TestDatabase.CreateAsync();
        var calls = await database.App().InTransactionAsync(
            async (transaction, token) =>
            {
                await AddAsync(transaction, "one", token);
                await AddAsync(transaction, "two", token);
                return transaction.Calls;
            },
            CancellationToken.None);
        Assert.Equal(3, calls);
        Assert.Equal(["one", "two"], await ProductsAsync(database));
    }

    [Fact]
    public async Task Work_that_throws_is_rolled_back()
    {
        await using var database = await TestDatabase.CreateAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.App().InTransactionAsync<int>(
            async (transaction, token) =>
            {
                await AddAsync(transaction, "one", token);
                throw new InvalidOperationException("changed my mind");
            },
            CancellationToken.None));
        Assert.Empty(await ProductsAsync(database));
        await AssertNothingIsOpenAsync(database);
    }

    [Fact]
    public async Task Work_that_is_abandoned_is_rolled_back_and_its_result_returned()
    {
        await using var database = await TestDatabase.CreateAsync();
        var result = await database.App().InTransactionAsync(
            async (transaction, token) =>
            {
                await AddAsync(transaction, "one", token);
                transaction.Abandon();
                return "nothing to do";
            },
            CancellationToken.None);
        Assert.Equal("nothing to do", result);
        Assert.Empty(await ProductsAsync(database));
        await AssertNothingIsOpenAsync(database);
    }

    [Fact]
    public async Task Work_that_is_cancelled_is_rolled_back_and_not_tried_again()
    {
        await using var database = await TestDatabase.CreateAsync();
        using var cancellation = new CancellationTokenSource();
        var attempts = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => database.App().InTransactionAsync(
            async (transaction, token) =>
            {
                attempts++;
                await AddAsync(transaction, "one", token);
                await cancellation.CancelAsync();
                await AddAsync(transaction, "two", token);
                return 0;
            },
            cancellation.Token));
        Assert.Equal(1, attempts);
        Assert.Empty(await ProductsAsync(database));
        await AssertNothingIsOpenAsync(database);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task The_whole_work_is_done_anew_after_a_fault_that_passes(int call)
    {
        await using var database = await TestDatabase.CreateAsync();
        database.Faults.FailCall(call, DataApiFault.SerializationFailure);
        var attempts = 0;
        await database.App().InTransactionAsync(
            async (transaction, token) =>
            {
                attempts++;
                await AddAsync(transaction, $"one {attempts}", token);
                await AddAsync(transaction, $"two {attempts}", token);
                return 0;
            },
            CancellationToken.None);
        Assert.Equal(["one 2", "two 2"], await ProductsAsync(database));
        await AssertNothingIsOpenAsync(database);
    }

    [Fact]
    public async Task Statements_handed_over_early_are_run_in_their_order()
    {
        await using var database = await TestDatabase.CreateAsync();
        var calls = await database.App().InTransactionAsync(
            async (transaction, token) =>
            {
                var last = Task.CompletedTask;
                for (var number = 1; number <= 4; number++)
                {
                    last = transaction.ExecuteAfterAsync(last, Insert, [Parameter.Text("name", $"{number}")], token);
                }

                await last;
                return transaction.Calls;
            },
            CancellationToken.None);
        Assert.Equal(5, calls);
        Assert.Equal(["1", "2", "3", "4"], await database.RowsAsync("select name from products order by id"));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Nothing_is_sent_after_a_statement_that_failed(int call)
    {
        await using var database = await TestDatabase.CreateAsync();
        database.Faults.FailCall(call, DataApiFault.StatementTimeout);
        await Assert.ThrowsAsync<StatementTimeoutException>(() => database.App(TestDatabase.Once).InTransactionAsync(
            async (transaction, token) =>
            {
                var one = transaction.ExecuteAfterAsync(Task.CompletedTask, Insert, [Parameter.Text("name", "one")], token);
                var two = transaction.ExecuteAfterAsync(one, Insert, [Parameter.Text("name", "two")], token);
                return await transaction.ExecuteAfterAsync(two, Insert, [Parameter.Text("name", "three")], token);
            },
            CancellationToken.None));
        // Begin, the statements up to the one that failed, rollback.
        Assert.Equal(call + 1, database.Faults.Calls);
        Assert.Empty(await ProductsAsync(database));
        await AssertNothingIsOpenAsync(database);
    }

    [Fact]
    public async Task A_statement_cancelled_before_its_turn_is_not_sent()
    {
        await using var database = await TestDatabase.CreateAsync();
        using var cancellation = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => database.App().InTransactionAsync(
            async (transaction, token) =>
            {
                var before = new TaskCompletionSource();
                var waiting = transaction.ExecuteAfterAsync(before.Task, Insert, [Parameter.Text("name", "one")], token);
                await cancellation.CancelAsync();
                before.SetResult();
                return await waiting;
            },
            cancellation.Token));
        // Begin and rollback.
        Assert.Equal(2, database.Faults.Calls);
        await AssertNothingIsOpenAsync(database);
    }

    [Fact]
    public async Task A_failed_rollback_does_not_hide_why_the_work_failed()
    {
        await using var database = await TestDatabase.CreateAsync();
        database.Faults.FailCall(3, DataApiFault.ConnectionDroppedAfter);
        await Assert.ThrowsAsync<DatabaseErrorException>(() => database.App().InTransactionAsync(
            async (transaction, token) => (await transaction.ExecuteAsync("select 1 / 0", [], token)).NumberOfRecordsUpdated, CancellationToken.None));
    }

    [Fact]
    public async Task A_query_describes_its_columns()
    {
        await using var database = await TestDatabase.CreateAsync();
        var answer = await database.App().QueryAsync("select :text as word, 1 as number", [Parameter.Text("text", null)], CancellationToken.None);
        Assert.Equal(["word", "number"], answer.ColumnMetadata.Select(column => column.Name));
        Assert.True(answer.Records[0][0].IsNull);
    }

    private static Task<ExecuteStatementResponse> AddAsync(DataApiTransaction transaction, string name, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(Insert, [Parameter.Text("name", name)], cancellationToken);

    private static Task<IReadOnlyList<string>> ProductsAsync(TestDatabase database) => database.RowsAsync("select name from products order by 1");

    private static async Task AssertNothingIsOpenAsync(TestDatabase database) => Assert.Equal(
        "0", await database.RowAsync($"select count(*) from pg_stat_activity where datname = '{database.Name}' and state like 'idle in transaction%'"));
}
