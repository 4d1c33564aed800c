using System.Text.Json;
using Amazon.SecretsManager.Model;
using Amazon.StandIns;

namespace Amazon.SecretsManager;

internal static class ResponseReading
{
    public static bool Read(ref Utf8JsonReader json, GetSecretValueResponse response)
    {
        switch (json.GetString())
        {
            case "ARN":
                response.ARN = json.Text();
                return true;
            case "Name":
                response.Name = json.Text();
                return true;
            case "VersionId":
                response.VersionId = json.Text();
                return true;
            case "SecretString":
                response.SecretString = json.Text();
                return true;
            case "SecretBinary":
                response.SecretBinary = json.Blob();
                return true;
            case "VersionStages":
                response.VersionStages = json.List(JsonReading.TextValue);
                return true;
            case "CreatedDate":
                response.CreatedDate = json.EpochSeconds();
                return true;
            default:
                return false;
        }
    }

    public static bool Read(ref Utf8JsonReader json, CreateSecretResponse response)
    {
        switch (json.GetString())
        {
            case "ARN":
                response.ARN = json.Text();
                return true;
            case "Name":
                response.Name = json.Text();
                return true;
            case "VersionId":
                response.VersionId = json.Text();
                return true;
            default:
                return false;
        }
    }

    public static bool Read(ref Utf8JsonReader json, PutSecretValueResponse response)
    {
        switch (json.GetString())
        {
            case "ARN":
                response.ARN = json.Text();
                return true;
            case "Name":
                response.Name = json.Text();
                return true;
            case "VersionId":
                response.VersionId = json.Text();
                return true;
            case "VersionStages":
                response.VersionStages = json.List(JsonReading.TextValue);
                return true;
            default:
                return false;
        }
    }

    public static bool Read(ref Utf8JsonReader json, DescribeSecretResponse response)
    {
        switch (json.GetString())
        {
            case "ARN":
                response.ARN = json.Text();
                return true;
            case "Name":
                response.Name = json.Text();
                return true;
            case "RotationEnabled":
                response.RotationEnabled = json.Flag();
                return true;
            case "LastRotatedDate":
                response.LastRotatedDate = json.EpochSeconds();
                return true;
            case "VersionIdsToStages":
                response.VersionIdsToStages = json.Map(static (ref Utf8JsonReader stages) => stages.ListValue(JsonReading.TextValue));
                return true;
            default:
                return false;
        }
    }

    public static bool Read(ref Utf8JsonReader json, DeleteSecretResponse response)
    {
        switch (json.GetString())
        {
            case "ARN":
                response.ARN = json.Text();
                return true;
            case "Name":
                response.Name = json.Text();
                return true;
            case "DeletionDate":
                response.DeletionDate = json.EpochSeconds();
                return true;
            default:
                return false;
        }
    }

    public static bool Read(ref Utf8JsonReader json, UpdateSecretVersionStageResponse response)
    {
        switch (json.GetString())
        {
            case "ARN":
                response.ARN = json.Text();
                return true;
            case "Name":
                response.Name = json.Text();
                return true;
            default:
                return false;
        }
    }
}
