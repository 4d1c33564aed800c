using Amazon.Lambda.SQSEvents;

namespace AWS.Lambda.Powertools.BatchProcessing.Sqs;

public interface ISqsBatchProcessor : IBatchProcessor<SQSEvent, SQSEvent.SQSMessage>
{
}
