using Amazon.Runtime;

namespace Amazon.SecretsManager;

public partial class AmazonSecretsManagerRequest : AmazonWebServiceRequest
{
}
