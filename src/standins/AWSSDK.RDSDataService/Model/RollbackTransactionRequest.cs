namespace Amazon.RDSDataService.Model;

public class RollbackTransactionRequest : AmazonRDSDataServiceRequest
{
    public string ResourceArn { get; set; }

    public string SecretArn { get; set; }

    public string TransactionId { get; set; }
}
