namespace Amazon.RDSDataService.Model;

public class BeginTransactionRequest : AmazonRDSDataServiceRequest
{
    public string Database { get; set; }

    public string ResourceArn { get; set; }

    public string Schema { get; set; }

    public string SecretArn { get; set; }
}
