namespace AWS.Lambda.Powertools.BatchProcessing;

public class RecordFailure<T>
{
    public Exception Exception { get; init; }

    public T Record { get; init; }

    public string RecordId { get; init; }
}
