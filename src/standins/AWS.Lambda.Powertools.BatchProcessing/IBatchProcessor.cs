namespace AWS.Lambda.Powertools.BatchProcessing;

public interface IBatchProcessor<in TEvent, TRecord>
{
    ProcessingResult<TRecord> ProcessingResult { get; }

    Task<ProcessingResult<TRecord>> ProcessAsync(TEvent @event, IRecordHandler<TRecord> recordHandler);

    Task<ProcessingResult<TRecord>> ProcessAsync(TEvent @event, IRecordHandler<TRecord> recordHandler, CancellationToken cancellationToken);

    Task<ProcessingResult<TRecord>> ProcessAsync(TEvent @event, IRecordHandler<TRecord> recordHandler, ProcessingOptions processingOptions);
}
