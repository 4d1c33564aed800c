using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Api.Protocols;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services;

/// <summary>AWS Secrets Manager: which secrets there are. Their values are nobody's business.</summary>
internal static class SecretsManagerApi
{
    public static ApiService Service { get; } = new("secretsmanager", ApiProtocol.Json11,
    [
        ApiOperation.Paged("ListSecrets", ["IncludePlannedDeletion", "MaxResults", "NextToken", "Filters", "SortOrder", "SortBy"], new ApiPaging("SecretList"), Secrets),
    ])
    {
        TargetPrefix = "secretsmanager",
        BadInput = "InvalidParameterException",
        BadToken = "InvalidNextTokenException",
    };

    private static IEnumerable<JsonNode?> Secrets(ApiCall call) => call.Estate is not { } estate ? [] : estate.Vault.Secrets(call.Today)
        .Where(secret => call.Input.Children("Filters").All(filter => Holds(call, secret, filter)))
        .Select(secret => Describe(call, estate, secret));

    private static JsonObject Describe(ApiCall call, RegionEstate estate, Secret secret) => new()
    {
        ["ARN"] = secret.Arn(estate),
        ["Name"] = secret.Name,
        ["Description"] = secret.Description,
        ["RotationEnabled"] = secret.Rotates,
        ["RotationLambdaARN"] = secret.Rotates == true ? estate.Arn("lambda", "function:secret-rotation") : null,
        ["RotationRules"] = secret.Rotates == true ? new JsonObject { ["AutomaticallyAfterDays"] = 30 } : null,
        ["LastRotatedDate"] = secret.Rotates == true ? Wire.Epoch(secret.ChangedAt) : null,
        ["LastChangedDate"] = Wire.Epoch(secret.ChangedAt),
        ["LastAccessedDate"] = Wire.Epoch(secret.AccessedOn),
        ["Tags"] = Wire.List([new JsonObject { ["Key"] = "team", ["Value"] = secret.Team }]),
        ["SecretVersionsToStages"] = new JsonObject { [estate.Stream.Child("version").Child(secret.Name).Uuid()] = Wire.Texts("AWSCURRENT") },
        ["CreatedDate"] = Wire.Epoch(secret.CreatedAt),
        ["PrimaryRegion"] = call.Region,
    };

    private static bool Holds(ApiCall call, Secret secret, ApiInput filter) => filter.Text("Key") switch
    {
        "name" => filter.Texts("Values").Any(value => secret.Name.StartsWith(value, StringComparison.Ordinal)),
        "tag-key" => filter.Texts("Values").Contains("team"),
        "tag-value" => filter.Texts("Values").Contains(secret.Team),
        var key => throw call.BadInput($"The filter {key} is not simulated"),
    };
}
