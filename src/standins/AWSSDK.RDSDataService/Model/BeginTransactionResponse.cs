using Amazon.Runtime;

namespace Amazon.RDSDataService.Model;

public class BeginTransactionResponse : AmazonWebServiceResponse
{
    public string TransactionId { get; set; }
}
