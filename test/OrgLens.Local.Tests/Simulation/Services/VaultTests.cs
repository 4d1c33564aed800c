using System.Text.Json;

namespace OrgLens.Local.Tests.Simulation.Services;

/// <summary>Keys, secrets and certificates.</summary>
public sealed class VaultTests(SimulatedCloud cloud) : SimulationTest(cloud)
{
    private JsonElement Security => Document().GetProperty("security");

    [Fact]
    public async Task Keys_are_those_of_the_document_and_one_that_signs()
    {
        var expected = Security.GetProperty("kms").EnumerateArray().Select(row => (row.GetProperty("arn").GetString()!, row.GetProperty("key_state").GetString()!, row.GetProperty("key_rotation_enabled").GetBoolean())).Order().ToList();

        var found = new List<(string, string, bool)>();
        var signing = new List<string>();
        foreach (var key in await PagesAsync("kms", "list_keys", "Keys", """{"Limit": 2}""", "Marker", "NextMarker"))
        {
            var metadata = (await CallAsync("kms", "describe_key", $$"""{"KeyId": "{{key["KeyArn"]}}"}"""))["KeyMetadata"]!;
            if ((string?)metadata["KeySpec"] != "SYMMETRIC_DEFAULT")
            {
                signing.Add((string)key["KeyId"]!);
                continue;
            }

            var rotation = await CallAsync("kms", "get_key_rotation_status", $$"""{"KeyId": "{{key["KeyId"]}}"}""");
            found.Add(((string)metadata["Arn"]!, (string)metadata["KeyState"]!, (bool)rotation["KeyRotationEnabled"]!));
        }

        var refused = await FailAsync("kms", "get_key_rotation_status", $$"""{"KeyId": "{{Assert.Single(signing)}}"}""");
        Assert.Equal(expected, found.Order());
        Assert.Equal(("UnsupportedOperationException", 400), (refused.Code, refused.Status));
        await PagesAsync("kms", "list_resource_tags", "Tags", $$"""{"KeyId": "{{signing[0]}}", "Limit": 1}""", "Marker", "NextMarker");
        await PagesAsync("kms", "list_aliases", "Aliases", """{"Limit": 1}""", "Marker", "NextMarker");
    }

    [Fact]
    public async Task A_key_that_does_not_exist_is_not_found()
    {
        var error = await FailAsync("kms", "describe_key", """{"KeyId": "11111111-2222-4333-a444-555555555555"}""");

        Assert.Equal(("NotFoundException", 400), (error.Code, error.Status));
    }

    [Fact]
    public async Task Secrets_are_those_of_the_document()
    {
        var expected = Security.GetProperty("secrets_manager").EnumerateArray()
            .Select(row => (row.GetProperty("arn").GetString()!, row.GetProperty("created_date").GetDateTimeOffset().ToUnixTimeMilliseconds())).Order().ToList();

        var secrets = await PagesAsync("secretsmanager", "list_secrets", "SecretList", """{"MaxResults": 2}""");

        Assert.Equal(expected, secrets.Select(secret => ((string)secret["ARN"]!, DateTimeOffset.Parse((string)secret["CreatedDate"]!, null).ToUnixTimeMilliseconds())).Order());
    }

    [Fact]
    public async Task Certificates_are_those_of_the_document_unless_others_are_asked_for()
    {
        var expected = Security.GetProperty("certificate_manager").EnumerateArray().Select(row => row.GetProperty("arn").GetString()!).Order(StringComparer.Ordinal).ToList();

        var usual = await CallAsync("acm", "list_certificates");
        var all = await PagesAsync("acm", "list_certificates", "CertificateSummaryList", """{"MaxItems": 1, "Includes": {"keyTypes": ["RSA_2048", "EC_prime256v1"]}}""");
        foreach (var certificate in all)
        {
            var arguments = $$"""{"CertificateArn": "{{certificate["CertificateArn"]}}"}""";
            Assert.NotEmpty((await CallAsync("acm", "list_tags_for_certificate", arguments))["Tags"]!.AsArray());
            Assert.Equal((string?)certificate["DomainName"], (string?)(await CallAsync("acm", "describe_certificate", arguments))["Certificate"]!["DomainName"]);
        }

        Assert.Equal(expected, usual["CertificateSummaryList"]!.AsArray().Select(certificate => (string)certificate!["CertificateArn"]!).Order(StringComparer.Ordinal));
        Assert.Equal(expected.Count + 1, all.Count);
    }
}
