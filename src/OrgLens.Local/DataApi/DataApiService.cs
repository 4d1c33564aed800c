using System.Buffers;
using System.Data;
using System.Text.Json;
using Npgsql;
using OrgLens.Local.Postgres;

namespace OrgLens.Local.DataApi;

/// <summary>The five operations over PostgreSQL, without their HTTP dress.</summary>
internal sealed class DataApiService(DataApiOptions options) : IAsyncDisposable
{
    private readonly DataApiLimits _limits = options.Limits;
    private readonly ConnectionPools _pools = new(options.Server);
    private readonly SecretResolver _secrets = new(options.FindSecret, options.Time);
    private readonly TransactionRegistry _transactions = new(options.Limits, options.Time);

    public Task<ArrayBufferWriter<byte>> ExecuteAsync(DataApiRequest request, CancellationToken cancellationToken)
    {
        RequestValidator.Check(request, _limits, needsSql: true);
        var statement = BoundStatement.Bind(request.Sql!, request.Parameters);
        return RunAsync(
            request,
            async (connection, token) =>
            {
                await using var command = new NpgsqlCommand(statement.Text, connection) { AllResultTypesAreUnknown = true };
                foreach (var parameter in statement.Parameters)
                {
                    command.Parameters.Add(parameter);
                }

                // Tables and keys behind the columns cost queries of their own, which only metadata is worth.
                var behavior = request.IncludeResultMetadata ? CommandBehavior.KeyInfo : CommandBehavior.Default;
                await using var reader = await command.ExecuteReaderAsync(behavior, token);
                try
                {
                    return await new ResultWriter(request, _limits).WriteAsync(reader, token);
                }
                catch (DataApiException)
                {
                    // A result that is refused is not read to its end.
                    command.Cancel();
                    throw;
                }
            },
            cancellationToken);
    }

    public Task<ArrayBufferWriter<byte>> BatchExecuteAsync(DataApiRequest request, CancellationToken cancellationToken)
    {
        RequestValidator.Check(request, _limits, needsSql: true);
        var statements = BoundStatement.BindAll(request.Sql!, request.ParameterSets);
        return statements.Count == 0
            ? Task.FromResult(UpdateResults(0))
            : RunAsync(request, (connection, token) => BatchRunner.RunAsync(connection, statements, token), cancellationToken);
    }

    public async Task<ArrayBufferWriter<byte>> BeginAsync(DataApiRequest request, CancellationToken cancellationToken)
    {
        RequestValidator.Check(request, _limits, needsSql: false);
        var connection = await OpenAsync(request, cancellationToken);
        try
        {
            await ExecuteAsync(connection, "begin", cancellationToken);
            return Answer("transactionId", _transactions.Add(connection, request.ResourceArn!));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public Task<ArrayBufferWriter<byte>> CommitAsync(DataApiRequest request, CancellationToken cancellationToken) =>
        // COMMIT of a failed transaction rolls back and calls it success: the statement before it makes that the error it is.
        EndTransactionAsync(request, ["select 1", "commit"], "Transaction Committed", cancellationToken);

    public Task<ArrayBufferWriter<byte>> RollbackAsync(DataApiRequest request, CancellationToken cancellationToken) =>
        EndTransactionAsync(request, ["rollback"], "Rollback Complete", cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _transactions.DisposeAsync();
        await _pools.DisposeAsync();
    }

    internal static ArrayBufferWriter<byte> UpdateResults(int count)
    {
        var body = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(body);
        json.WriteStartObject();
        json.WriteStartArray("updateResults");
        for (var i = 0; i < count; i++)
        {
            // PostgreSQL has no generated fields: RETURNING is what it has instead.
            json.WriteStartObject();
            json.WriteStartArray("generatedFields");
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return body;
    }

    private async Task<ArrayBufferWriter<byte>> RunAsync(
        DataApiRequest request,
        Func<NpgsqlConnection, CancellationToken, Task<ArrayBufferWriter<byte>>> work,
        CancellationToken cancellationToken)
    {
        if (request.TransactionId is not { } id)
        {
            var connection = await OpenAsync(request, cancellationToken);
            return await StatementClock.RunAsync(connection, work, connection.DisposeAsync, request, _limits, cancellationToken);
        }

        await CheckClusterAndSecretAsync(request, cancellationToken);
        var transaction = await _transactions.EnterAsync(id, request.ResourceArn!);
        return await StatementClock.RunAsync(transaction.Connection, work, () => LeaveAsync(transaction), request, _limits, cancellationToken);
    }

    private async ValueTask LeaveAsync(DataApiTransaction transaction)
    {
        if (transaction.Connection.FullState.HasFlag(ConnectionState.Open))
        {
            transaction.Leave();
        }
        else
        {
            await _transactions.EndAsync(transaction, "Transaction has been aborted due to an error from a previous call.");
        }
    }

    private async Task<ArrayBufferWriter<byte>> EndTransactionAsync(
        DataApiRequest request, IEnumerable<string> statements, string status, CancellationToken cancellationToken)
    {
        RequestValidator.Check(request, _limits, needsSql: false);
        if (request.TransactionId is not { } id)
        {
            throw DataApiException.Validation("transactionId is required.");
        }

        await CheckClusterAndSecretAsync(request, cancellationToken);
        var transaction = await _transactions.EnterAsync(id, request.ResourceArn!);
        try
        {
            await using var batch = transaction.Connection.CreateBatch();
            foreach (var statement in statements)
            {
                batch.BatchCommands.Add(new NpgsqlBatchCommand(statement));
            }

            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
        finally
        {
            await _transactions.EndAsync(transaction, "One previous call resulted in a termination of your transaction.");
        }

        return Answer("transactionStatus", status);
    }

    private async Task<NpgsqlConnection> OpenAsync(DataApiRequest request, CancellationToken cancellationToken)
    {
        var credentials = await CheckClusterAndSecretAsync(request, cancellationToken);
        try
        {
            return await OpenAsync(credentials, request.Database, cancellationToken);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification)
        {
            // The secret may have been rotated since it was remembered.
            _secrets.Forget(request.SecretArn!);
            if (await CheckClusterAndSecretAsync(request, cancellationToken) is var current && current == credentials)
            {
                throw;
            }

            return await OpenAsync(current, request.Database, cancellationToken);
        }
    }

    /// <summary>Like every PostgreSQL client, the service falls back on the database named as the user.</summary>
    private ValueTask<NpgsqlConnection> OpenAsync(DatabaseCredentials credentials, string? database, CancellationToken cancellationToken) =>
        _pools.OpenAsync(credentials, database ?? credentials.UserName, cancellationToken);

    private ValueTask<DatabaseCredentials> CheckClusterAndSecretAsync(DataApiRequest request, CancellationToken cancellationToken) =>
        request.ResourceArn == options.ClusterArn
            ? _secrets.ResolveAsync(request.SecretArn!, cancellationToken)
            : throw DataApiException.UnknownCluster(request.ResourceArn!);

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static ArrayBufferWriter<byte> Answer(string member, string value)
    {
        var body = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(body);
        json.WriteStartObject();
        json.WriteString(member, value);
        json.WriteEndObject();
        json.Flush();
        return body;
    }
}
