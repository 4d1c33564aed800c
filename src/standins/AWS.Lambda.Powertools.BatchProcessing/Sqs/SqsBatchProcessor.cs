using Amazon.Lambda.SQSEvents;

namespace AWS.Lambda.Powertools.BatchProcessing.Sqs;

public class SqsBatchProcessor : BatchProcessor<SQSEvent, SQSEvent.SQSMessage>, ISqsBatchProcessor
{
    private static readonly SqsBatchProcessor Shared = new();

    protected SqsBatchProcessor()
    {
    }

    public static ISqsBatchProcessor Instance => Shared;

    public static ProcessingResult<SQSEvent.SQSMessage> Result => Shared.ProcessingResult;

    protected override BatchProcessorErrorHandlingPolicy GetErrorHandlingPolicyForEvent(SQSEvent @event) =>
        @event.Records.FirstOrDefault()?.EventSourceArn?.EndsWith(".fifo", StringComparison.OrdinalIgnoreCase) == true
            ? BatchProcessorErrorHandlingPolicy.StopOnFirstBatchItemFailure
            : BatchProcessorErrorHandlingPolicy.ContinueOnBatchItemFailure;

    protected override ICollection<SQSEvent.SQSMessage> GetRecordsFromEvent(SQSEvent @event) => @event.Records;

    protected override string GetRecordId(SQSEvent.SQSMessage record) => record.MessageId;
}
