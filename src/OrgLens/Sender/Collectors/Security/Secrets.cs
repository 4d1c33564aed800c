using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Security;

/// <summary>Secrets of Secrets Manager: what they are and how they rotate, never what is in them.</summary>
/// <remarks>https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecrets.html</remarks>
internal static class Secrets
{
    private static readonly AwsOperation ListSecrets = AwsServices.SecretsManager.Operation("ListSecrets") with { Paging = AwsPaging.NextToken(100) };

    public static readonly Collector Collector = new("security.secrets_manager")
    {
        Operations = [ListSecrets],
        CollectAsync = CollectAsync,
    };

    private static async Task CollectAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        await foreach (var secret in run.ItemsAsync(ListSecrets, "SecretList", null, cancellationToken))
        {
            run.Write(row =>
            {
                row.Text("name", secret.Text("Name"));
                row.Text("arn", secret.Text("ARN"));
                row.Text("description", secret.Text("Description"));
                row.Instant("created_date", secret.Instant("CreatedDate"));
                row.Instant("last_changed_date", secret.Instant("LastChangedDate"));
                row.Instant("last_accessed_date", secret.Instant("LastAccessedDate"));
                row.Flag("rotation_enabled", secret.Flag("RotationEnabled"));
                row.Text("rotation_lambda_arn", secret.Text("RotationLambdaARN"));
                row.Text("kms_key_id", secret.Text("KmsKeyId"));
                row.Tags("tags", secret.List("Tags"));
            });
        }
    }
}
