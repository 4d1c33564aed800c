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
        return _client.ExecuteStatementAsync(
            new ExecuteStatementRequest
            {
                ResourceArn = _target.ClusterArn,
                SecretArn = _target.SecretArn,
                Database = _target.Name,
                TransactionId = Id,
                Sql = sql,
                Parameters = [.. parameters],
            },
            cancellationToken);
    }

    /// <summary>Has the transaction rolled back when its work returns: there was nothing to do.</summary>
    public void Abandon() => IsAbandoned = true;
}
