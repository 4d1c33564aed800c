using Amazon.Runtime;

namespace Amazon.RDSDataService.Model;

public class RollbackTransactionResponse : AmazonWebServiceResponse
{
    public string TransactionStatus { get; set; }
}
