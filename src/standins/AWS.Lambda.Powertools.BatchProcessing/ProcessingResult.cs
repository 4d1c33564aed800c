namespace AWS.Lambda.Powertools.BatchProcessing;

public class ProcessingResult<TRecord>
{
    public BatchItemFailuresResponse BatchItemFailuresResponse { get; } = new();

    public List<TRecord> BatchRecords { get; } = [];

    public List<RecordSuccess<TRecord>> SuccessRecords { get; } = [];

    public List<RecordFailure<TRecord>> FailureRecords { get; } = [];

    public void Clear()
    {
        BatchRecords.Clear();
        BatchItemFailuresResponse.BatchItemFailures.Clear();
        FailureRecords.Clear();
        SuccessRecords.Clear();
    }
}
