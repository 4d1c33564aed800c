using System.Text.Json;
using OrgLens.Local.Moto;

namespace OrgLens.Local.Lambda;

/// <summary>
/// Feeds a function from a queue as Lambda does: batches, windows, concurrency, partial failures. What is not deleted comes back by the
/// queue's own visibility timeout, and goes to the dead-letter queue by its own policy.
/// </summary>
internal sealed class QueuePump(SqsEventSource source, FunctionPool function, SqsQueue queue, LambdaHostOptions options) : IDisposable
{
    private const int LargestReceive = 10;
    private static readonly TimeSpan s_longPoll = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_pauseAfterFailure = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_nap = TimeSpan.FromMilliseconds(100);
    private readonly SemaphoreSlim _slots = new(Math.Min(source.MaximumConcurrency ?? options.MaximumEnvironments, options.MaximumEnvironments));

    /// <summary>Pumps until told to stop, then sees the batches under way through.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var running = new List<Task>();
        try
        {
            while (true)
            {
                // Messages are received only when somebody is free to take them: their visibility timeout runs from then on.
                await _slots.WaitAsync(cancellationToken);
                var batch = await ReceiveBatchAsync(cancellationToken);
                running.RemoveAll(task => task.IsCompletedSuccessfully);
                running.Add(DeliverAsync(batch, cancellationToken));
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Task.WhenAll(running);
        }
    }

    public void Dispose() => _slots.Dispose();

    private async Task<IReadOnlyList<SqsRecord>> ReceiveBatchAsync(CancellationToken cancellationToken)
    {
        var batch = new List<SqsRecord>();
        while (batch.Count == 0)
        {
            batch.AddRange(await TryReceiveAsync(source.BatchSize, s_longPoll, cancellationToken));
        }

        var began = options.Time.GetTimestamp();
        while (batch.Count < source.BatchSize && source.BatchingWindow - options.Time.GetElapsedTime(began) is var left && left > TimeSpan.Zero)
        {
            // A queue counts in whole seconds; what is left of the window after that is slept through.
            batch.AddRange(await TryReceiveAsync(source.BatchSize - batch.Count, left, cancellationToken));
            if (left < TimeSpan.FromSeconds(1))
            {
                await Task.Delay(left < s_nap ? left : s_nap, options.Time, cancellationToken);
            }
        }

        return batch;
    }

    private async Task<IReadOnlyList<SqsRecord>> TryReceiveAsync(int count, TimeSpan wait, CancellationToken cancellationToken)
    {
        try
        {
            return await queue.ReceiveAsync(Math.Min(count, LargestReceive), wait, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or EmulatorException)
        {
            options.OnLog?.Invoke(function.Function.Name, $"The queue {source.QueueArn} could not be read: {e.Message}");
            await Task.Delay(s_pauseAfterFailure, options.Time, cancellationToken);
            return [];
        }
    }

    private async Task DeliverAsync(IReadOnlyList<SqsRecord> batch, CancellationToken cancellationToken)
    {
        try
        {
            var payload = JsonSerializer.SerializeToUtf8Bytes(new SqsEvent(batch), LambdaJson.Default.SqsEvent);
            var result = await function.InvokeAsync(payload, cancellationToken);
            var done = Successes(batch, result);
            if (done.Count > 0)
            {
                // The work is done: even a host that is stopping should say so.
                await queue.DeleteAsync(done, CancellationToken.None);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The batch was never begun; its messages come back.
        }
        catch (Exception e) when (e is HttpRequestException or EmulatorException)
        {
            options.OnLog?.Invoke(function.Function.Name, $"Messages of {source.QueueArn} could not be deleted: {e.Message}");
        }
        finally
        {
            _slots.Release();
        }
    }

    private IReadOnlyList<SqsRecord> Successes(IReadOnlyList<SqsRecord> batch, InvocationResult result)
    {
        if (!result.IsSuccess)
        {
            return [];
        }

        if (!source.ReportsItemFailures || result.Payload.IsEmpty)
        {
            return batch;
        }

        var failed = ReadFailures(result.Payload);
        // An answer that makes no sense counts as a failure of everything.
        return failed is null || failed.Any(id => batch.All(record => record.MessageId != id))
            ? []
            : [.. batch.Where(record => !failed.Contains(record.MessageId))];
    }

    private static HashSet<string>? ReadFailures(ReadOnlyMemory<byte> payload)
    {
        try
        {
            var failures = JsonSerializer.Deserialize(payload.Span, LambdaJson.Default.BatchResponse)?.BatchItemFailures ?? [];
            return failures.Any(failure => string.IsNullOrEmpty(failure.ItemIdentifier))
                ? null
                : failures.Select(failure => failure.ItemIdentifier!).ToHashSet(StringComparer.Ordinal);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
