using Amazon.RDSDataService;
using Amazon.RDSDataService.Model;

namespace OrgLens.Database;

/// <summary>One transaction of the Data API.</summary>
public sealed class DataApiTransaction
{
    private readonly IAmazonRDSDataService _client;
    private readonly DatabaseTarget _target;

    internal DataApiTransaction(IAmazonRDSDataService client, DatabaseTarget target, string id, int calls)
    {
        _client = client;
        _target = target;
        Id = id;
        Calls = calls;
    }

    /// <summary>Calls made so far, the beginning and the calls of failed attempts before this one included.</summary>
    public int Calls { get; private set; }

    internal string Id { get; }

    internal bool IsAbandoned { get; private set; }

    /// <summary>Runs one statement in the transaction.</summary>
    public Task<ExecuteStatementResponse> ExecuteAsync(string sql, IReadOnlyList<SqlParameter> parameters, CancellationToken cancellationToken)
    {
        Calls++;
        return _client.ExecuteStatementAsync(Filled(new ExecuteStatementRequest(), sql, parameters), cancellationToken);
    }

    /// <summary>
    /// Runs one statement after another: a transaction takes one at a time. A <see cref="DataApiClient"/> writes and signs the request
    /// while the other one runs; what the parameters hold must stay as it is until the statement has ended.
    /// </summary>
    /// <param name="before">The statement before. If it fails, nothing is sent, and the returned task fails like it.</param>
    /// <param name="sql">The statement.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<ExecuteStatementResponse> ExecuteAfterAsync(
        Task before, string sql, IReadOnlyList<SqlParameter> parameters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(before);
        if (_client is DataApiClient)
        {
            return await _client.ExecuteStatementAsync(Filled(new StatementInTurn(TurnAsync), sql, parameters), cancellationToken);
        }

        await before;
        return await ExecuteAsync(sql, parameters, cancellationToken);

        async Task TurnAsync()
        {
            await before;
            Calls++;
        }
    }

    /// <summary>Has the transaction rolled back when its work returns: there was nothing to do.</summary>
    public void Abandon() => IsAbandoned = true;

    private T Filled<T>(T request, string sql, IReadOnlyList<SqlParameter> parameters)
        where T : ExecuteStatementRequest
    {
        request.ResourceArn = _target.ClusterArn;
        request.SecretArn = _target.SecretArn;
        request.Database = _target.Name;
        request.TransactionId = Id;
        request.Sql = sql;
        request.Parameters = [.. parameters];
        return request;
    }
}
