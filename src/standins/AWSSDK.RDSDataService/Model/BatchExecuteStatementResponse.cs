using Amazon.Runtime;

namespace Amazon.RDSDataService.Model;

public class BatchExecuteStatementResponse : AmazonWebServiceResponse
{
    public List<UpdateResult> UpdateResults { get; set; }
}
