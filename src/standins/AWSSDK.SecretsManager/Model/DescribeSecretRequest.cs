namespace Amazon.SecretsManager.Model;

public class DescribeSecretRequest : AmazonSecretsManagerRequest
{
    public string SecretId { get; set; }
}
