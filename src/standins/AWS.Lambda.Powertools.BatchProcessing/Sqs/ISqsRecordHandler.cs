using Amazon.Lambda.SQSEvents;

namespace AWS.Lambda.Powertools.BatchProcessing.Sqs;

public interface ISqsRecordHandler : IRecordHandler<SQSEvent.SQSMessage>
{
}
