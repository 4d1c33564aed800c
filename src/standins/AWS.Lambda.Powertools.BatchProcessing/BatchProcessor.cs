using AWS.Lambda.Powertools.BatchProcessing.Exceptions;

namespace AWS.Lambda.Powertools.BatchProcessing;

public abstract class BatchProcessor<TEvent, TRecord> : IBatchProcessor<TEvent, TRecord>
{
    public ProcessingResult<TRecord> ProcessingResult { get; protected set; }

    public Task<ProcessingResult<TRecord>> ProcessAsync(TEvent @event, IRecordHandler<TRecord> recordHandler) =>
        ProcessAsync(@event, recordHandler, CancellationToken.None);

    public Task<ProcessingResult<TRecord>> ProcessAsync(TEvent @event, IRecordHandler<TRecord> recordHandler, CancellationToken cancellationToken) =>
        ProcessAsync(@event, recordHandler, new ProcessingOptions { CancellationToken = cancellationToken });

    public virtual async Task<ProcessingResult<TRecord>> ProcessAsync(TEvent @event, IRecordHandler<TRecord> recordHandler, ProcessingOptions processingOptions)
    {
        var result = ProcessingResult = new ProcessingResult<TRecord>();
        var records = new RecordOutcomes<TRecord>(GetRecordsFromEvent(@event), GetRecordId);
        var policy = processingOptions.ErrorHandlingPolicy is { } given and not BatchProcessorErrorHandlingPolicy.DeriveFromEvent
            ? given
            : GetErrorHandlingPolicyForEvent(@event);

        await BeforeBatchProcessingAsync(@event, processingOptions);
        try
        {
            await ProcessAsync(records, recordHandler, policy, processingOptions);
        }
        catch (Exception e) when (e is CircuitBreakerException or OperationCanceledException)
        {
            // What was not reached keeps its "not processed" failure.
        }

        records.CopyTo(result);
        await AfterBatchProcessingAsync(@event, result, processingOptions);
        return result;
    }

    protected virtual Task BeforeBatchProcessingAsync(TEvent @event, ProcessingOptions processingOptions) => Task.CompletedTask;

    protected virtual Task<RecordHandlerResult> HandleRecordAsync(TRecord record, IRecordHandler<TRecord> recordHandler, CancellationToken cancellationToken) =>
        recordHandler.HandleAsync(record, cancellationToken);

    protected virtual Task HandleRecordSuccessAsync(TRecord record) => Task.CompletedTask;

    protected virtual Task HandleRecordFailureAsync(TRecord record, Exception exception) => Task.CompletedTask;

    // An empty batch throws as well: the official processor compares the counts, and 0 equals 0.
    protected virtual Task AfterBatchProcessingAsync(TEvent @event, ProcessingResult<TRecord> processingResult, ProcessingOptions processingOptions) =>
        processingOptions.ThrowOnFullBatchFailure && processingResult.FailureRecords.Count == processingResult.BatchRecords.Count
            ? throw new BatchProcessingException(
                $"Entire batch of '{processingResult.BatchRecords.Count}' record(s) failed processing. See inner exceptions for details.",
                processingResult.FailureRecords.Select(failure => failure.Exception))
            : Task.CompletedTask;

    protected abstract BatchProcessorErrorHandlingPolicy GetErrorHandlingPolicyForEvent(TEvent @event);

    protected abstract ICollection<TRecord> GetRecordsFromEvent(TEvent @event);

    protected abstract string GetRecordId(TRecord record);

    private async Task ProcessAsync(
        RecordOutcomes<TRecord> records, IRecordHandler<TRecord> handler, BatchProcessorErrorHandlingPolicy policy, ProcessingOptions options)
    {
        var token = options.CancellationToken ?? CancellationToken.None;
        if (options.BatchParallelProcessingEnabled)
        {
            var parallel = new ParallelOptions { CancellationToken = token, MaxDegreeOfParallelism = options.MaxDegreeOfParallelism ?? -1 };
            await Parallel.ForAsync(0, records.Count, parallel, async (index, inner) => await ProcessAsync(records, index, handler, policy, inner));
            return;
        }

        for (var index = 0; index < records.Count; index++)
        {
            await ProcessAsync(records, index, handler, policy, token);
        }
    }

    private async Task ProcessAsync(
        RecordOutcomes<TRecord> records, int index, IRecordHandler<TRecord> handler, BatchProcessorErrorHandlingPolicy policy, CancellationToken cancellationToken)
    {
        var record = records[index];
        Exception failure;
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            records.Succeed(index, await HandleRecordAsync(record, handler, cancellationToken));
            failure = null;
        }
        catch (Exception e)
        {
            records.Fail(index, e);
            failure = e;
        }

        await RunHookAsync(() => failure is null ? HandleRecordSuccessAsync(record) : HandleRecordFailureAsync(record, failure));
        if (failure is not null && policy == BatchProcessorErrorHandlingPolicy.StopOnFirstBatchItemFailure)
        {
            throw new CircuitBreakerException(
                "Error handling policy is configured to stop processing on first batch item failure. See inner exception for details.", failure);
        }
    }

    private static async Task RunHookAsync(Func<Task> hook)
    {
        try
        {
            await hook();
        }
        catch (Exception)
        {
            // The record's outcome stands whatever its hook does.
        }
    }
}
