using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Security;

/// <summary>Certificates of the Certificate Manager, whatever their key; one that can't be described has what the list says of it.</summary>
/// <remarks>https://docs.aws.amazon.com/acm/latest/APIReference/API_ListCertificates.html</remarks>
internal static class Certificates
{
    private static readonly AwsOperation ListCertificates = AwsServices.Acm.Operation("ListCertificates") with
    {
        Paging = new AwsPaging("NextToken", "NextToken", "MaxItems", 1000),
    };

    private static readonly AwsOperation DescribeCertificate = AwsServices.Acm.Operation("DescribeCertificate");

    // Unless all are asked for, the list has RSA keys of 1024 and 2048 bits only.
    private static readonly string[] KeyTypes = ["RSA_1024", "RSA_2048", "RSA_3072", "RSA_4096", "EC_prime256v1", "EC_secp384r1", "EC_secp521r1"];

    public static readonly Collector Collector = new("security.certificate_manager")
    {
        Operations = [ListCertificates, DescribeCertificate],
        CollectAsync = CollectAsync,
    };

    private static async Task CollectAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        var keyTypes = new JsonArray([.. KeyTypes.Select(type => (JsonNode)type)]);
        var input = new JsonObject { ["Includes"] = new JsonObject { ["keyTypes"] = keyTypes } };
        var certificates = run.ItemsAsync(ListCertificates, "CertificateSummaryList", input, cancellationToken);
        await foreach (var (summary, details) in run.SelectAsync(certificates, (summary, ct) => DescribeAsync(run, summary, ct), cancellationToken))
        {
            run.Write(row => Write(row, summary, details));
        }
    }

    private static async Task<(AwsValue Summary, AwsValue Details)> DescribeAsync(CollectorRun run, AwsValue summary, CancellationToken cancellationToken)
    {
        var answer = await run.TryCallAsync(DescribeCertificate, new JsonObject { ["CertificateArn"] = summary.Text("CertificateArn") }, [], cancellationToken);
        return (summary, answer.GetValueOrDefault().Child("Certificate"));
    }

    private static void Write(RowWriter row, AwsValue summary, AwsValue details)
    {
        var certificate = details.IsMissing ? summary : details;
        row.Text("arn", summary.Text("CertificateArn"));
        row.Text("domain_name", certificate.Text("DomainName"));
        WriteNames(row, summary, details);
        row.Text("status", certificate.Text("Status"));
        row.Text("type", certificate.Text("Type"));
        row.Text("key_algorithm", certificate.Text("KeyAlgorithm"));
        row.Text("signature_algorithm", details.Text("SignatureAlgorithm"));
        row.Instant("created_at", certificate.Instant("CreatedAt"));
        row.Instant("issued_at", certificate.Instant("IssuedAt"));
        row.Instant("not_before", certificate.Instant("NotBefore"));
        row.Instant("not_after", certificate.Instant("NotAfter"));
        row.Text("renewal_eligibility", certificate.Text("RenewalEligibility"));
        if (details.IsMissing)
        {
            row.Text("key_usages", null);
            row.Text("extended_key_usages", null);
            return;
        }

        row.List("key_usages", details.List("KeyUsages"), (usage, value) => usage.Text("Name", value.Text("Name")));
        row.List("extended_key_usages", details.List("ExtendedKeyUsages"), (usage, value) =>
        {
            usage.Text("Name", value.Text("Name"));
            usage.Text("OID", value.Text("OID"));
        });
    }

    private static void WriteNames(RowWriter row, AwsValue summary, AwsValue details)
    {
        if (details.IsMissing && summary.Flag("HasAdditionalSubjectAlternativeNames") is true)
        {
            row.Text("subject_alternative_names", null);
        }
        else
        {
            row.Texts("subject_alternative_names", details.IsMissing ? summary.Texts("SubjectAlternativeNameSummaries") : details.Texts("SubjectAlternativeNames"));
        }
    }
}
