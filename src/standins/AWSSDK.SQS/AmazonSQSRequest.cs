using Amazon.Runtime;

namespace Amazon.SQS;

public partial class AmazonSQSRequest : AmazonWebServiceRequest
{
}
