using System.Text.Json;
using Amazon.SecretsManager.Model;
using Amazon.StandIns;

namespace Amazon.SecretsManager;

internal static class RequestWriting
{
    public static void Write(Utf8JsonWriter json, GetSecretValueRequest request)
    {
        json.Member("SecretId"u8, request.SecretId);
        json.Member("VersionId"u8, request.VersionId);
        json.Member("VersionStage"u8, request.VersionStage);
    }

    public static void Write(Utf8JsonWriter json, CreateSecretRequest request)
    {
        json.Member("Name"u8, request.Name);
        json.Member("ClientRequestToken"u8, request.ClientRequestToken ?? NewToken());
        json.Member("Description"u8, request.Description);
        json.Member("ForceOverwriteReplicaSecret"u8, request.ForceOverwriteReplicaSecret);
        json.Member("KmsKeyId"u8, request.KmsKeyId);
        json.Member("SecretBinary"u8, request.SecretBinary);
        json.Member("SecretString"u8, request.SecretString);
        json.Member("Tags"u8, request.Tags, WriteTag);
    }

    public static void Write(Utf8JsonWriter json, PutSecretValueRequest request)
    {
        json.Member("SecretId"u8, request.SecretId);
        json.Member("ClientRequestToken"u8, request.ClientRequestToken ?? NewToken());
        json.Member("RotationToken"u8, request.RotationToken);
        json.Member("SecretBinary"u8, request.SecretBinary);
        json.Member("SecretString"u8, request.SecretString);
        json.Member("VersionStages"u8, request.VersionStages, JsonWriting.TextValue);
    }

    public static void Write(Utf8JsonWriter json, DescribeSecretRequest request) => json.Member("SecretId"u8, request.SecretId);

    public static void Write(Utf8JsonWriter json, DeleteSecretRequest request)
    {
        json.Member("SecretId"u8, request.SecretId);
        json.Member("ForceDeleteWithoutRecovery"u8, request.ForceDeleteWithoutRecovery);
        json.Member("RecoveryWindowInDays"u8, request.RecoveryWindowInDays);
    }

    public static void Write(Utf8JsonWriter json, UpdateSecretVersionStageRequest request)
    {
        json.Member("SecretId"u8, request.SecretId);
        json.Member("VersionStage"u8, request.VersionStage);
        json.Member("MoveToVersionId"u8, request.MoveToVersionId);
        json.Member("RemoveFromVersionId"u8, request.RemoveFromVersionId);
    }

    private static void WriteTag(Utf8JsonWriter json, Tag tag)
    {
        json.WriteStartObject();
        json.Member("Key"u8, tag.Key);
        json.Member("Value"u8, tag.Value);
        json.WriteEndObject();
    }

    // Written once per call and resent as it is, so that a retry creates no second version.
    private static string NewToken() => Guid.NewGuid().ToString();
}
