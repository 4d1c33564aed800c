using Amazon.StandIns;

namespace Amazon.SecretsManager;

internal static class Secrets
{
    public static readonly ServiceModel Model = new("Secrets Manager", "secretsmanager", "2017-10-17", "application/x-amz-json-1.1", "secretsmanager");
}
