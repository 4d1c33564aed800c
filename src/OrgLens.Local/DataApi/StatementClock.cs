using System.Buffers;
using Npgsql;

namespace OrgLens.Local.DataApi;

/// <summary>Ends statements that run too long.</summary>
internal static class StatementClock
{
    /// <summary>
    /// Runs the work and calls <paramref name="release"/> when the connection is free again: after the answer, or, if the caller
    /// asked to continue after the timeout, when the abandoned statement has ended.
    /// </summary>
    public static async Task<ArrayBufferWriter<byte>> RunAsync(
        NpgsqlConnection connection,
        Func<NpgsqlConnection, CancellationToken, Task<ArrayBufferWriter<byte>>> work,
        Func<ValueTask> release,
        DataApiRequest request,
        DataApiLimits limits,
        CancellationToken cancellationToken)
    {
        var connectionId = connection.ProcessID;
        if (request.ContinueAfterTimeout)
        {
            var running = ReleaseAfterwardsAsync(work(connection, CancellationToken.None), release);
            try
            {
                return await running.WaitAsync(limits.StatementTimeout, cancellationToken);
            }
            catch (TimeoutException)
            {
                throw DataApiException.StatementTimeout(connectionId);
            }
        }

        using var clock = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        clock.CancelAfter(limits.StatementTimeout);
        try
        {
            return await ReleaseAfterwardsAsync(work(connection, clock.Token), release);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw DataApiException.StatementTimeout(connectionId);
        }
    }

    private static async Task<ArrayBufferWriter<byte>> ReleaseAfterwardsAsync(Task<ArrayBufferWriter<byte>> work, Func<ValueTask> release)
    {
        try
        {
            return await work;
        }
        finally
        {
            await release();
        }
    }
}
