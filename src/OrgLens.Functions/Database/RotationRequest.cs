namespace OrgLens.Functions.Database;

/// <summary>What Secrets Manager sends a rotation function.</summary>
/// <remarks>https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html</remarks>
/// <param name="Step">createSecret, setSecret, testSecret or finishSecret.</param>
/// <param name="SecretId">ARN of the secret.</param>
/// <param name="ClientRequestToken">Id of the version that the secret is to have.</param>
public sealed record RotationRequest(string? Step, string? SecretId, string? ClientRequestToken);
