using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

public class DescribeSecretResponse : AmazonWebServiceResponse
{
    public string ARN { get; set; }

    public DateTime? LastRotatedDate { get; set; }

    public string Name { get; set; }

    public bool? RotationEnabled { get; set; }

    public Dictionary<string, List<string>> VersionIdsToStages { get; set; }
}
