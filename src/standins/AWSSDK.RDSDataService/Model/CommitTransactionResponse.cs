using Amazon.Runtime;

namespace Amazon.RDSDataService.Model;

public class CommitTransactionResponse : AmazonWebServiceResponse
{
    public string TransactionStatus { get; set; }
}
