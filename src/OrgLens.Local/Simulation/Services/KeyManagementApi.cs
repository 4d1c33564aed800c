using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Api.Protocols;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services;

/// <summary>AWS KMS: keys, of which asymmetric ones can't rotate. Whoever encrypts does it with the emulator's keys.</summary>
internal static class KeyManagementApi
{
    public static ApiService Service { get; } = new("kms", ApiProtocol.Json11,
    [
        ApiOperation.Paged("ListKeys", ["Limit", "Marker"], Pages("Keys", 1000, 100), Keys),
        ApiOperation.Single("DescribeKey", ["KeyId", "GrantTokens"], Describe),
        ApiOperation.Single("GetKeyRotationStatus", ["KeyId"], Rotation),
        ApiOperation.Paged("ListResourceTags", ["KeyId", "Limit", "Marker"], Pages("Tags", 50, 50), Tags),
        ApiOperation.Paged("ListAliases", ["KeyId", "Limit", "Marker"], Pages("Aliases", 100, 50), Aliases),
    ])
    {
        TargetPrefix = "TrentService",
        BadToken = "InvalidMarkerException",
    };

    private static ApiPaging Pages(string items, int maximum, int usual) =>
        new(items) { TokenIn = "Marker", TokenOut = "NextMarker", Limit = "Limit", Maximum = maximum, Usual = usual, More = "Truncated" };

    private static IEnumerable<JsonNode?> Keys(ApiCall call) => All(call).Select(found => new JsonObject { ["KeyId"] = found.Key.Id, ["KeyArn"] = Arn(found.Estate, found.Key) });

    private static JsonObject Describe(ApiCall call)
    {
        var (estate, key) = Find(call);
        return new JsonObject
        {
            ["KeyMetadata"] = new JsonObject
            {
                ["AWSAccountId"] = call.Account.Id,
                ["KeyId"] = key.Id,
                ["Arn"] = Arn(estate, key),
                ["CreationDate"] = Wire.Epoch(key.CreatedAt),
                ["Enabled"] = key.IsEnabled,
                ["Description"] = key.Description,
                ["KeyUsage"] = key.IsAsymmetric ? "SIGN_VERIFY" : "ENCRYPT_DECRYPT",
                ["KeyState"] = key.IsEnabled ? "Enabled" : "Disabled",
                ["Origin"] = "AWS_KMS",
                ["KeyManager"] = "CUSTOMER",
                ["CustomerMasterKeySpec"] = Spec(key),
                ["KeySpec"] = Spec(key),
                ["EncryptionAlgorithms"] = key.IsAsymmetric ? null : Wire.Texts("SYMMETRIC_DEFAULT"),
                ["SigningAlgorithms"] = key.IsAsymmetric ? Wire.Texts("ECDSA_SHA_256") : null,
                ["MultiRegion"] = false,
            },
        };
    }

    private static JsonObject Rotation(ApiCall call)
    {
        var (estate, key) = Find(call);
        return key.IsAsymmetric
            ? throw new ApiException("UnsupportedOperationException", $"{Arn(estate, key)} key spec is {Spec(key)} which is not valid for key rotation.")
            : new JsonObject { ["KeyRotationEnabled"] = key.Rotates, ["KeyId"] = key.Id, ["RotationPeriodInDays"] = key.Rotates ? 365 : null };
    }

    private static IEnumerable<JsonNode?> Tags(ApiCall call) =>
        Find(call).Estate.Tags("").Select(tag => new JsonObject { ["TagKey"] = tag.Key, ["TagValue"] = tag.Value });

    private static IEnumerable<JsonNode?> Aliases(ApiCall call)
    {
        var wanted = call.Input.Has("KeyId") ? Find(call).Key.Id : null;
        return All(call).Where(found => wanted is null || found.Key.Id == wanted).Select((found, index) =>
        {
            var name = $"alias/{found.Key.Description.ToLowerInvariant().Replace(' ', '-')}-{found.Key.Id[..8]}";
            return new JsonObject
            {
                ["AliasName"] = name,
                ["AliasArn"] = found.Estate.Arn("kms", name),
                ["TargetKeyId"] = found.Key.Id,
                ["CreationDate"] = Wire.Epoch(found.Key.CreatedAt),
                ["LastUpdatedDate"] = Wire.Epoch(found.Key.CreatedAt),
            };
        });
    }

    private static IEnumerable<(RegionEstate Estate, EncryptionKey Key)> All(ApiCall call) =>
        call.Estate is { } estate ? estate.Vault.Keys(call.Today).Concat(estate.Vault.SigningKeys()).Select(key => (estate, key)) : [];

    private static (RegionEstate Estate, EncryptionKey Key) Find(ApiCall call)
    {
        var id = call.Required("KeyId");
        foreach (var found in All(call).Where(found => found.Key.Id == id || Arn(found.Estate, found.Key) == id))
        {
            return found;
        }

        throw new ApiException("NotFoundException", $"Key 'arn:aws:kms:{call.Region}:{call.Account.Id}:key/{id}' does not exist");
    }

    private static string Spec(EncryptionKey key) => key.IsAsymmetric ? "ECC_NIST_P256" : "SYMMETRIC_DEFAULT";

    private static string Arn(RegionEstate estate, EncryptionKey key) => estate.Arn("kms", "key/" + key.Id);
}
