using System.Text.Json.Nodes;
using OrgLens.Aws;
using OrgLens.Sender;
using OrgLens.Sender.Collectors.Security;

namespace OrgLens.Tests.Sender.Collectors;

public sealed class CertificatesTests
{
    private const string Name = "security.certificate_manager";

    [Fact]
    public async Task Certificates_of_all_pages_are_listed_with_their_details()
    {
        var calls = Listed().Answer("DescribeCertificate", Details("1"), input => IsOf(input, "1")).Answer("DescribeCertificate", Details("2"), input => IsOf(input, "2"));
        var collected = await Collected.RunAsync(Certificates.Collector, calls);
        Assert.Equal([Arn("1"), Arn("2")], collected.Rows(Name).Select(row => (string?)row!["arn"]));
        JsonAssert.Equal(
            """
            {"region":"eu-west-1","arn":"arn:aws:acm:eu-west-1:111122223333:certificate/1","domain_name":"1.example.com",
             "subject_alternative_names":["1.example.com","www.1.example.com"],"status":"ISSUED","type":"AMAZON_ISSUED","key_algorithm":"EC_prime256v1",
             "signature_algorithm":"SHA256WITHECDSA","created_at":"2026-01-07T10:00:00+00:00","issued_at":null,"not_before":"2026-01-07T10:00:00+00:00",
             "not_after":"2027-01-07T10:00:00+00:00","renewal_eligibility":"ELIGIBLE","key_usages":[{"Name":"DIGITAL_SIGNATURE"}],
             "extended_key_usages":[{"Name":"TLS_WEB_SERVER_AUTHENTICATION","OID":"1.3.6.1.5.5.7.3.1"}]}
            """,
            collected.Rows(Name)[0]);
        Assert.Equal((CoverageStatus.Complete, 2, 4), (collected.Ended(Name).Status, collected.Ended(Name).Items, collected.Ended(Name).Calls));
        Assert.Empty(await calls.DifferencesAsync());
    }

    [Fact]
    public async Task Certificates_with_every_type_of_key_are_asked_for()
    {
        var calls = new CannedCalls().Answer("ListCertificates", """{"CertificateSummaryList":[]}""");
        var collected = await Collected.RunAsync(Certificates.Collector, calls);
        Assert.Equal(7, calls.Made[0].Input["Includes"]!["keyTypes"]!.AsArray().Count);
        Assert.Equal(CoverageStatus.Empty, collected.Ended(Name).Status);
    }

    [Fact]
    public async Task A_certificate_that_cannot_be_described_has_what_the_list_says()
    {
        var calls = Listed().Fail("DescribeCertificate", AwsErrorKind.DeniedByPolicy, "AccessDeniedException");
        var collected = await Collected.RunAsync(Certificates.Collector, calls);
        JsonAssert.Equal(
            """
            {"region":"eu-west-1","arn":"arn:aws:acm:eu-west-1:111122223333:certificate/1","domain_name":"1.example.com","subject_alternative_names":["1.example.com"],
             "status":"ISSUED","type":"AMAZON_ISSUED","key_algorithm":"EC_prime256v1","signature_algorithm":null,"created_at":"2026-01-07T10:00:00+00:00","issued_at":null,
             "not_before":null,"not_after":"2027-01-07T10:00:00+00:00","renewal_eligibility":"ELIGIBLE","key_usages":null,"extended_key_usages":null}
            """,
            collected.Rows(Name)[0]);
        Assert.Null(collected.Rows(Name)[1]!["subject_alternative_names"]);
        Assert.Equal((CoverageStatus.DeniedIam, "acm:DescribeCertificate AccessDeniedException (2 times)"), (collected.Ended(Name).Status, collected.Ended(Name).Error));
    }

    [Fact]
    public async Task A_failure_on_the_second_page_keeps_the_first()
    {
        var calls = new CannedCalls()
            .Answer("ListCertificates", Page("t", "1", hasMoreNames: false), input => !input.ContainsKey("NextToken"))
            .Fail("ListCertificates", AwsErrorKind.Malformed, "Malformed", input => input.ContainsKey("NextToken"))
            .Answer("DescribeCertificate", Details("1"));
        var collected = await Collected.RunAsync(Certificates.Collector, calls);
        Assert.Single(collected.Rows(Name));
        Assert.Equal(CoverageStatus.Failed, collected.Ended(Name).Status);
    }

    private static CannedCalls Listed() => new CannedCalls()
        .Answer("ListCertificates", Page("t", "1", hasMoreNames: false), input => !input.ContainsKey("NextToken"))
        .Answer("ListCertificates", Page(null, "2", hasMoreNames: true), input => (string?)input["NextToken"] == "t");

    private static bool IsOf(JsonObject input, string id) => (string?)input["CertificateArn"] == Arn(id);

    private static string Arn(string id) => $"arn:aws:acm:eu-west-1:111122223333:certificate/{id}";

    private static string Page(string? token, string id, bool hasMoreNames) =>
        $$"""
        {"CertificateSummaryList":[{"CertificateArn":"{{Arn(id)}}","DomainName":"{{id}}.example.com","SubjectAlternativeNameSummaries":["{{id}}.example.com"],
          "HasAdditionalSubjectAlternativeNames":{{(hasMoreNames ? "true" : "false")}},"Status":"ISSUED","Type":"AMAZON_ISSUED","KeyAlgorithm":"EC_prime256v1",
          "RenewalEligibility":"ELIGIBLE","CreatedAt":1767780000,"NotAfter":1799316000}]{{(token is null ? "" : $",\"NextToken\":\"{token}\"")}} }
        """;

    private static string Details(string id) =>
        $$"""
        {"Certificate":{"CertificateArn":"{{Arn(id)}}","DomainName":"{{id}}.example.com","SubjectAlternativeNames":["{{id}}.example.com","www.{{id}}.example.com"],
          "Status":"ISSUED","Type":"AMAZON_ISSUED","KeyAlgorithm":"EC_prime256v1","SignatureAlgorithm":"SHA256WITHECDSA","CreatedAt":1767780000,"NotBefore":1767780000,
          "NotAfter":1799316000,"RenewalEligibility":"ELIGIBLE","KeyUsages":[{"Name":"DIGITAL_SIGNATURE"}],
          "ExtendedKeyUsages":[{"Name":"TLS_WEB_SERVER_AUTHENTICATION","OID":"1.3.6.1.5.5.7.3.1"}]} }
        """;
}
