using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Api.Protocols;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services;

/// <summary>AWS Certificate Manager: without a filter for key types, elliptic curve certificates are not listed.</summary>
internal static class CertificateManagerApi
{
    private static readonly string[] UsualKeyTypes = ["RSA_1024", "RSA_2048"];

    public static ApiService Service { get; } = new("acm", ApiProtocol.Json11,
    [
        ApiOperation.Paged(
            "ListCertificates", ["CertificateStatuses", "Includes", "NextToken", "MaxItems", "SortBy", "SortOrder"],
            new ApiPaging("CertificateSummaryList") { Limit = "MaxItems", Maximum = 1000, Usual = 100 }, Summaries),
        ApiOperation.Single("DescribeCertificate", ["CertificateArn"], Describe),
        ApiOperation.Single("ListTagsForCertificate", ["CertificateArn"], Tags),
    ])
    {
        TargetPrefix = "CertificateManager",
    };

    private static IEnumerable<JsonNode?> Summaries(ApiCall call)
    {
        var statuses = call.Input.Texts("CertificateStatuses");
        var wanted = call.Input.Child("Includes")?.Texts("keyTypes") is { Count: > 0 } types ? types : UsualKeyTypes;
        return All(call).Where(found => wanted.Contains(found.Certificate.KeyAlgorithm) && (statuses.Count == 0 || statuses.Contains(found.Certificate.Status))).Select(found =>
        {
            var summary = Common(found.Estate, found.Certificate);
            summary["SubjectAlternativeNameSummaries"] = Wire.Texts(found.Certificate.Names);
            summary["HasAdditionalSubjectAlternativeNames"] = false;
            summary["InUse"] = true;
            return summary;
        });
    }

    private static JsonObject Describe(ApiCall call)
    {
        var (estate, certificate) = Find(call);
        var details = Common(estate, certificate);
        details["SubjectAlternativeNames"] = Wire.Texts(certificate.Names);
        details["Subject"] = "CN=" + certificate.Domain;
        details["Issuer"] = certificate.IsImported ? "Example CA" : "Amazon";
        details["Serial"] = string.Join(':', estate.Stream.Child("serial").Child(certificate.Id).Hex(32).Chunk(2).Select(pair => new string(pair)));
        details["SignatureAlgorithm"] = certificate.IsElliptic ? "SHA256WITHECDSA" : "SHA256WITHRSA";
        details["InUseBy"] = new JsonArray();
        details["KeyUsages"] = new JsonArray();
        details["ExtendedKeyUsages"] = new JsonArray();
        details["Options"] = new JsonObject { ["CertificateTransparencyLoggingPreference"] = certificate.IsImported ? "DISABLED" : "ENABLED" };
        return new JsonObject { ["Certificate"] = details };
    }

    private static JsonObject Tags(ApiCall call) =>
        new() { ["Tags"] = Wire.Tags(Find(call).Estate.Tags("")) };

    private static JsonObject Common(RegionEstate estate, Certificate certificate) => new()
    {
        ["CertificateArn"] = Arn(estate, certificate),
        ["DomainName"] = certificate.Domain,
        ["Status"] = certificate.Status,
        ["Type"] = certificate.IsImported ? "IMPORTED" : "AMAZON_ISSUED",
        ["KeyAlgorithm"] = certificate.KeyAlgorithm,
        ["CreatedAt"] = certificate.IsImported ? null : Wire.Epoch(certificate.NotBefore),
        ["IssuedAt"] = certificate.IsImported ? null : Wire.Epoch(certificate.NotBefore),
        ["ImportedAt"] = certificate.IsImported ? Wire.Epoch(certificate.NotBefore) : null,
        ["NotBefore"] = Wire.Epoch(certificate.NotBefore),
        ["NotAfter"] = Wire.Epoch(certificate.NotAfter),
        ["RenewalEligibility"] = certificate.IsImported ? "INELIGIBLE" : "ELIGIBLE",
    };

    private static IEnumerable<(RegionEstate Estate, Certificate Certificate)> All(ApiCall call) =>
        call.Estate is { } estate ? estate.Vault.Certificates(call.Today).Concat(estate.Vault.EllipticCertificates()).Select(certificate => (estate, certificate)) : [];

    private static (RegionEstate Estate, Certificate Certificate) Find(ApiCall call)
    {
        var arn = call.Required("CertificateArn");
        foreach (var found in All(call).Where(found => Arn(found.Estate, found.Certificate) == arn))
        {
            return found;
        }

        throw new ApiException("ResourceNotFoundException", $"Could not find certificate {arn}.");
    }

    private static string Arn(RegionEstate estate, Certificate certificate) => estate.Arn("acm", "certificate/" + certificate.Id);
}
