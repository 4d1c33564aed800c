using Amazon.RDSDataService;
using Amazon.RDSDataService.Model;

namespace OrgLens.Database;

/// <summary>
/// The database behind the RDS Data API. Faults that pass (a cluster that wakes up, throttling, deadlocks, lost transactions)
/// are answered by trying the whole piece of work again; what stays is thrown as the SDK's own exception.
/// </summary>
/// <param name="client">The Data API; its own retries should be off, as a repeated statement is repeated here with its transaction.</param>
/// <param name="target">Cluster, secret and database.</param>
/// <param name="policy">How often to try.</param>
/// <param name="clock">Source of the waits between attempts.</param>
public sealed class DataApi(IAmazonRDSDataService client, DatabaseTarget target, RetryPolicy policy, TimeProvider clock)
{
    /// <summary>Runs one statement that commits by itself.</summary>
    /// <returns>The answer of the Data API.</returns>
    public Task<ExecuteStatementResponse> ExecuteAsync(string sql, IReadOnlyList<SqlParameter> parameters, CancellationToken cancellationToken) =>
        RetryAsync(token => client.ExecuteStatementAsync(Request(sql, parameters), token), cancellationToken);

    /// <summary>Runs one statement and has the answer's columns described.</summary>
    public Task<ExecuteStatementResponse> QueryAsync(string sql, IReadOnlyList<SqlParameter> parameters, CancellationToken cancellationToken)
    {
        var request = Request(sql, parameters);
        request.IncludeResultMetadata = true;
        return RetryAsync(token => client.ExecuteStatementAsync(request, token), cancellationToken);
    }

    /// <summary>Runs work in one transaction: all of it takes effect, or nothing.</summary>
    /// <param name="work">The work. It may be run several times and must begin anew each time.</param>
    /// <param name="cancellationToken">Ends the work; the transaction is rolled back.</param>
    /// <returns>What the work returned. A transaction whose work asked for it (<see cref="DataApiTransaction.Abandon"/>) is rolled back.</returns>
    public Task<T> InTransactionAsync<T>(Func<DataApiTransaction, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        var calls = 0;
        return RetryAsync(
            async token =>
            {
                calls++;
                var begun = await client.BeginTransactionAsync(
                    new BeginTransactionRequest { ResourceArn = target.ClusterArn, SecretArn = target.SecretArn, Database = target.Name }, token);
                var transaction = new DataApiTransaction(client, target, begun.TransactionId, calls);
                try
                {
                    var result = await work(transaction, token);
                    await EndAsync(transaction, token);
                    return result;
                }
                catch
                {
                    calls = transaction.Calls;
                    await RollBackQuietlyAsync(transaction);
                    throw;
                }
            },
            cancellationToken);
    }

    private async Task EndAsync(DataApiTransaction transaction, CancellationToken cancellationToken)
    {
        if (transaction.IsAbandoned)
        {
            await client.RollbackTransactionAsync(
                new RollbackTransactionRequest { ResourceArn = target.ClusterArn, SecretArn = target.SecretArn, TransactionId = transaction.Id },
                cancellationToken);
            return;
        }

        await client.CommitTransactionAsync(
            new CommitTransactionRequest { ResourceArn = target.ClusterArn, SecretArn = target.SecretArn, TransactionId = transaction.Id },
            cancellationToken);
    }

    private async Task RollBackQuietlyAsync(DataApiTransaction transaction)
    {
        // The work's own failure is what the caller must see, and its token may be the one that ended it. A transaction that
        // cannot be rolled back ends by itself after 3 idle minutes.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5), clock);
        try
        {
            await client.RollbackTransactionAsync(
                new RollbackTransactionRequest { ResourceArn = target.ClusterArn, SecretArn = target.SecretArn, TransactionId = transaction.Id },
                patience.Token);
        }
        catch (Exception exception) when (exception is Amazon.Runtime.AmazonClientException or Amazon.Runtime.AmazonServiceException
            or HttpRequestException or OperationCanceledException or IOException)
        {
        }
    }

    private async Task<T> RetryAsync<T>(Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        for (var number = 1; ; number++)
        {
            try
            {
                return await attempt(cancellationToken);
            }
            catch (Exception exception) when (number < policy.Attempts && !cancellationToken.IsCancellationRequested
                && DatabaseFaults.Classify(exception) != DatabaseFault.Permanent)
            {
            }

            await Task.Delay(policy.DelayAfter(number), clock, cancellationToken);
        }
    }

    private ExecuteStatementRequest Request(string sql, IReadOnlyList<SqlParameter> parameters) => new()
    {
        ResourceArn = target.ClusterArn,
        SecretArn = target.SecretArn,
        Database = target.Name,
        Sql = sql,
        Parameters = [.. parameters],
    };
}
