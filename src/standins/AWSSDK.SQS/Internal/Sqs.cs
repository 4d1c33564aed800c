using Amazon.StandIns;

namespace Amazon.SQS;

internal static class Sqs
{
    public static readonly ServiceModel Model = new("SQS", "sqs", "2012-11-05", "application/x-amz-json-1.0", "AmazonSQS");
}
