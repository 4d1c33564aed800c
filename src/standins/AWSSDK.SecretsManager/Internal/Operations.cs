using Amazon.Runtime.Internal;
using Amazon.SecretsManager.Model;
using Amazon.StandIns;

namespace Amazon.SecretsManager;

internal static class Operations
{
    public static readonly InvokeOptions CreateSecret = JsonOperation.Define<CreateSecretRequest, CreateSecretResponse>(
        Secrets.Model, "CreateSecret", RequestWriting.Write, ResponseReading.Read, Errors.All);

    public static readonly InvokeOptions DeleteSecret = JsonOperation.Define<DeleteSecretRequest, DeleteSecretResponse>(
        Secrets.Model, "DeleteSecret", RequestWriting.Write, ResponseReading.Read, Errors.All);

    public static readonly InvokeOptions DescribeSecret = JsonOperation.Define<DescribeSecretRequest, DescribeSecretResponse>(
        Secrets.Model, "DescribeSecret", RequestWriting.Write, ResponseReading.Read, Errors.All);

    public static readonly InvokeOptions GetSecretValue = JsonOperation.Define<GetSecretValueRequest, GetSecretValueResponse>(
        Secrets.Model, "GetSecretValue", RequestWriting.Write, ResponseReading.Read, Errors.All);

    public static readonly InvokeOptions PutSecretValue = JsonOperation.Define<PutSecretValueRequest, PutSecretValueResponse>(
        Secrets.Model, "PutSecretValue", RequestWriting.Write, ResponseReading.Read, Errors.All);

    public static readonly InvokeOptions UpdateSecretVersionStage = JsonOperation.Define<UpdateSecretVersionStageRequest, UpdateSecretVersionStageResponse>(
        Secrets.Model, "UpdateSecretVersionStage", RequestWriting.Write, ResponseReading.Read, Errors.All);
}
