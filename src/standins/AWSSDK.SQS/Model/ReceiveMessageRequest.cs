namespace Amazon.SQS.Model;

public class ReceiveMessageRequest : AmazonSQSRequest
{
    public ReceiveMessageRequest()
    {
    }

    public ReceiveMessageRequest(string queueUrl)
    {
        QueueUrl = queueUrl;
    }

    public List<string> AttributeNames { get; set; }

    public int? MaxNumberOfMessages { get; set; }

    public List<string> MessageAttributeNames { get; set; }

    public List<string> MessageSystemAttributeNames { get; set; }

    public string QueueUrl { get; set; }

    public string ReceiveRequestAttemptId { get; set; }

    public int? VisibilityTimeout { get; set; }

    public int? WaitTimeSeconds { get; set; }
}
