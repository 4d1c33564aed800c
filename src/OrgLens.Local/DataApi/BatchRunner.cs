using System.Buffers;
using Npgsql;

namespace OrgLens.Local.DataApi;

/// <summary>Runs one statement with many sets of values in a single round trip; all of them take effect, or none.</summary>
internal static class BatchRunner
{
    public static async Task<ArrayBufferWriter<byte>> RunAsync(
        NpgsqlConnection connection, IReadOnlyList<BoundStatement> statements, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        foreach (var statement in statements)
        {
            var command = new NpgsqlBatchCommand(statement.Text);
            foreach (var parameter in statement.Parameters)
            {
                command.Parameters.Add(parameter);
            }

            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
        if (batch.BatchCommands.Cast<NpgsqlBatchCommand>().Any(c => c.StatementType == StatementType.Select))
        {
            throw DataApiException.BadRequest("A batch takes statements that change data, not queries: use ExecuteStatement.");
        }

        return DataApiService.UpdateResults(statements.Count);
    }
}
