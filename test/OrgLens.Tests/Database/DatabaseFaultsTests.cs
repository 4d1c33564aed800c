using System.Net;
using Amazon.RDSDataService;
using Amazon.RDSDataService.Model;
using Amazon.Runtime;
using OrgLens.Database;
using OrgLens.Local.DataApi;
using OrgLens.Tests.Cluster;

namespace OrgLens.Tests.Database;

public sealed class DatabaseFaultsTests
{
    [Theory]
    [InlineData(DataApiFault.DatabaseResuming, DatabaseFault.Resuming)]
    [InlineData(DataApiFault.Throttling, DatabaseFault.Throttled)]
    [InlineData(DataApiFault.StatementTimeout, DatabaseFault.StatementTimeout)]
    [InlineData(DataApiFault.InternalServerError, DatabaseFault.Unavailable)]
    [InlineData(DataApiFault.ServiceUnavailable, DatabaseFault.Unavailable)]
    [InlineData(DataApiFault.DatabaseUnavailable, DatabaseFault.Unavailable)]
    [InlineData(DataApiFault.Deadlock, DatabaseFault.Deadlock)]
    [InlineData(DataApiFault.SerializationFailure, DatabaseFault.SerializationFailure)]
    [InlineData(DataApiFault.TransactionExpired, DatabaseFault.TransactionLost)]
    [InlineData(DataApiFault.ConnectionDroppedBefore, DatabaseFault.Unavailable)]
    [InlineData(DataApiFault.ConnectionDroppedAfter, DatabaseFault.Unavailable)]
    public async Task Every_answer_of_the_Data_API_has_its_class(DataApiFault fault, DatabaseFault expected)
    {
        await using var database = await TestDatabase.CreateAsync();
        database.Faults.FailNext(1, fault);
        var exception = await Assert.ThrowsAnyAsync<Exception>(() => database.App(TestDatabase.Once).ExecuteAsync("select 1", [], CancellationToken.None));
        Assert.Equal(expected, DatabaseFaults.Classify(exception));
    }

    [Theory]
    [InlineData("select * from nowhere")]
    [InlineData("select 1 / 0")]
    [InlineData("selec 1")]
    [InlineData("insert into products (name) values (null)")]
    public async Task A_wrong_statement_is_permanent_and_tried_once(string sql)
    {
        await using var database = await TestDatabase.CreateAsync();
        var exception = await Assert.ThrowsAsync<DatabaseErrorException>(() => database.App().ExecuteAsync(sql, [], CancellationToken.None));
        Assert.Equal(DatabaseFault.Permanent, DatabaseFaults.Classify(exception));
        Assert.Equal(1, database.Faults.Calls);
    }

    [Fact]
    public void A_bad_request_about_a_transaction_that_is_not_found_is_a_lost_transaction()
    {
        Assert.Equal(DatabaseFault.TransactionLost, DatabaseFaults.Classify(new BadRequestException("Transaction AbC= is not found")));
        Assert.Equal(DatabaseFault.Permanent, DatabaseFaults.Classify(new BadRequestException("Database name is not found")));
    }

    [Fact]
    public void Any_server_error_passes_and_any_client_error_stays()
    {
        Assert.Equal(DatabaseFault.Unavailable, DatabaseFaults.Classify(Service(HttpStatusCode.BadGateway)));
        Assert.Equal(DatabaseFault.Permanent, DatabaseFaults.Classify(Service(HttpStatusCode.Forbidden)));
    }

    [Fact]
    public void A_timeout_of_the_client_passes_and_a_cancellation_that_was_asked_for_does_not()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Equal(DatabaseFault.Unavailable, DatabaseFaults.Classify(new TaskCanceledException("late", new TimeoutException())));
        Assert.Equal(DatabaseFault.Unavailable, DatabaseFaults.Classify(new TimeoutException()));
        Assert.Equal(DatabaseFault.Permanent, DatabaseFaults.Classify(new TaskCanceledException("stop", null, cancelled.Token)));
        Assert.Equal(DatabaseFault.Permanent, DatabaseFaults.Classify(new InvalidOperationException()));
    }

    private static AmazonRDSDataServiceException Service(HttpStatusCode status) => new("no", null, ErrorType.Unknown, "Whatever", "id", status);
}
