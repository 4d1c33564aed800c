using Amazon.Runtime;

namespace Amazon.RDSDataService;

public partial class AmazonRDSDataServiceRequest : AmazonWebServiceRequest
{
}
