namespace AWS.Lambda.Powertools.BatchProcessing;

public class RecordSuccess<T>
{
    public RecordHandlerResult HandlerResult { get; init; }

    public T Record { get; init; }

    public string RecordId { get; init; }
}
