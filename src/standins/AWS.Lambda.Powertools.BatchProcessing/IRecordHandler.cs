namespace AWS.Lambda.Powertools.BatchProcessing;

public interface IRecordHandler<in TRecord>
{
    Task<RecordHandlerResult> HandleAsync(TRecord record, CancellationToken cancellationToken);
}
