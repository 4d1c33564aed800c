using AWS.Lambda.Powertools.BatchProcessing.Exceptions;

namespace AWS.Lambda.Powertools.BatchProcessing;

/// <summary>What became of each record, in the order of the batch. Each index is written by one worker only.</summary>
internal sealed class RecordOutcomes<TRecord>
{
    private readonly TRecord[] records;
    private readonly string[] ids;
    private readonly RecordSuccess<TRecord>[] successes;
    private readonly RecordFailure<TRecord>[] failures;

    public RecordOutcomes(ICollection<TRecord> records, Func<TRecord, string> id)
    {
        this.records = [.. records];
        ids = Array.ConvertAll(this.records, record => id(record));
        successes = new RecordSuccess<TRecord>[ids.Length];

        // No record counts as done before its handler says so. Two records of one id can't be told apart in the answer.
        _ = ids.ToDictionary(recordId => recordId);
        failures = new RecordFailure<TRecord>[ids.Length];
        for (var index = 0; index < ids.Length; index++)
        {
            failures[index] = new RecordFailure<TRecord>
            {
                Exception = new UnprocessedRecordException($"Record: '{ids[index]}' has not been processed."),
                Record = this.records[index],
            };
        }
    }

    public int Count => records.Length;

    public TRecord this[int index] => records[index];

    public void Succeed(int index, RecordHandlerResult result)
    {
        failures[index] = null;
        successes[index] = new RecordSuccess<TRecord> { Record = records[index], RecordId = ids[index], HandlerResult = result };
    }

    public void Fail(int index, Exception exception) => failures[index] = new RecordFailure<TRecord>
    {
        Exception = new RecordProcessingException($"Failed processing record: '{ids[index]}'. See inner exception for details.", exception),
        Record = records[index],
        RecordId = ids[index],
    };

    public void CopyTo(ProcessingResult<TRecord> result)
    {
        result.BatchRecords.AddRange(records);
        for (var index = 0; index < records.Length; index++)
        {
            if (failures[index] is { } failure)
            {
                result.FailureRecords.Add(failure);
                result.BatchItemFailuresResponse.BatchItemFailures.Add(new BatchItemFailuresResponse.BatchItemFailure { ItemIdentifier = ids[index] });
            }
            else
            {
                result.SuccessRecords.Add(successes[index]);
            }
        }
    }
}
