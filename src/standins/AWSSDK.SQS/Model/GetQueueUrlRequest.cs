namespace Amazon.SQS.Model;

public class GetQueueUrlRequest : AmazonSQSRequest
{
    public GetQueueUrlRequest()
    {
    }

    public GetQueueUrlRequest(string queueName)
    {
        QueueName = queueName;
    }

    public string QueueName { get; set; }

    public string QueueOwnerAWSAccountId { get; set; }
}
