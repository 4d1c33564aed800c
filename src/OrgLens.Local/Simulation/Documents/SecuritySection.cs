using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Documents;

internal static class SecuritySection
{
    private static readonly string[] Severities = ["CRITICAL", "HIGH", "MEDIUM", "LOW", "INFORMATIONAL"];

    public static void Write(PythonJsonWriter json, SnapshotScope scope)
    {
        json.Name("security");
        json.StartObject();
        Write(json, "security_hub", scope, Outage.SecurityHub, WriteProducts);
        Write(json, "guard_duty", scope, Outage.GuardDuty, WriteThreats);
        Write(json, "kms", scope, Outage.Keys, VaultSections.WriteKeys);
        FirewallSections.WriteAcls(json, scope);
        FirewallSections.WriteRules(json, scope);
        Write(json, "cloudtrail", scope, Outage.Trails, VaultSections.WriteTrails);
        Write(json, "secrets_manager", scope, Outage.Secrets, VaultSections.WriteSecrets);
        Write(json, "certificate_manager", scope, Outage.Certificates, VaultSections.WriteCertificates);
        Write(json, "inspector", scope, Outage.Inspector, WriteVulnerabilities);
        json.EndObject();
    }

    private static void Write(PythonJsonWriter json, string name, SnapshotScope scope, Outage outage, Action<PythonJsonWriter, SnapshotScope> writeRows)
    {
        json.StartArray(name);
        if (!scope.Fails(outage))
        {
            writeRows(json, scope);
        }

        json.EndArray();
    }

    /// <summary>Counts come before the findings in the document: they are drawn twice rather than held.</summary>
    private static void WriteProducts(PythonJsonWriter json, SnapshotScope scope)
    {
        var products = FindingProduct.All
            .Select(product => (Product: product, Total: scope.Estate.Posture.Findings(product, scope.Window).Count()))
            .Where(entry => entry.Total > 0)
            .OrderByDescending(entry => entry.Total).ThenBy(entry => entry.Product.Name, StringComparer.Ordinal);
        foreach (var (product, total) in products)
        {
            var severities = new Dictionary<string, int>(StringComparer.Ordinal);
            var resolved = 0;
            foreach (var finding in scope.Estate.Posture.Findings(product, scope.Window))
            {
                severities[finding.Severity] = severities.GetValueOrDefault(finding.Severity) + 1;
                resolved += finding.Status == "RESOLVED" ? 1 : 0;
            }

            json.StartRow();
            json.Field("service", product.Name);
            json.Field("total_findings", total);
            json.Name("severity_counts");
            json.StartObject();
            foreach (var severity in Severities)
            {
                json.Field(severity, severities.GetValueOrDefault(severity));
            }

            json.EndObject();
            json.Field("open_findings", total - resolved);
            json.Field("resolved_findings", resolved);
            json.StartArray("findings");
            foreach (var finding in scope.Estate.Posture.Findings(product, scope.Window))
            {
                Write(json, scope, product, finding);
            }

            json.EndArray();
            json.EndObject();
        }
    }

    private static void Write(PythonJsonWriter json, SnapshotScope scope, FindingProduct product, Finding finding)
    {
        json.StartRow();
        json.Field("finding_id", finding.Id);
        json.Field("service", finding.ResourceType);
        json.Field("title", finding.Title);
        json.Field("description", finding.Description);
        json.Field("severity", finding.Severity);
        json.Field("status", finding.Status);
        json.Field("resource_type", finding.ResourceType);
        json.Field("resource_id", finding.ResourceId);
        json.ZuluField("created_at", finding.CreatedAt);
        json.ZuluField("updated_at", finding.UpdatedAt);
        json.Field("recommendation", finding.Recommendation);
        json.Field("compliance_status", finding.Compliance);
        json.Field("region", scope.Estate.Region);
        json.Field("workflow_state", "NEW");
        json.Field("record_state", "ACTIVE");
        json.Field("product_name", product.Name);
        json.Field("company_name", product.Company);
        json.Field("product_arn", product.Arn(scope.Estate));
        json.Field("generator_id", finding.GeneratorId);
        json.Field("generator", product.Name);
        json.EndObject();
    }

    private static void WriteThreats(PythonJsonWriter json, SnapshotScope scope)
    {
        foreach (var threat in scope.Estate.Threats.On(scope.Window))
        {
            json.StartRow();
            json.Field("id", threat.Id);
            json.Field("type", threat.Type);
            json.Field("severity", threat.Severity);
            json.Field("title", threat.Title);
            json.Field("description", threat.Description);
            json.ZuluField("created_at", threat.FirstSeenAt);
            json.ZuluField("updated_at", threat.LastSeenAt);
            json.Null("confidence");
            json.Field("region", scope.Estate.Region);
            json.EndObject();
        }
    }

    private static void WriteVulnerabilities(PythonJsonWriter json, SnapshotScope scope)
    {
        foreach (var vulnerability in scope.Estate.Vulnerabilities.On(scope.Window))
        {
            json.StartRow();
            json.Field("finding_arn", vulnerability.Arn);
            json.Field("severity", vulnerability.Severity);
            json.Field("status", vulnerability.Status);
            json.Field("type", "PACKAGE_VULNERABILITY");
            json.Field("title", vulnerability.Title);
            json.Field("description", vulnerability.Description);
            json.Field("first_observed_at", vulnerability.FirstSeenAt);
            json.Field("last_observed_at", vulnerability.LastSeenAt);
            json.Field("updated_at", vulnerability.LastSeenAt);
            json.EndObject();
        }
    }
}
