namespace Amazon.SecretsManager.Model;

public class PutSecretValueRequest : AmazonSecretsManagerRequest
{
    public string ClientRequestToken { get; set; }

    public string RotationToken { get; set; }

    public MemoryStream SecretBinary { get; set; }

    public string SecretId { get; set; }

    public string SecretString { get; set; }

    public List<string> VersionStages { get; set; }
}
