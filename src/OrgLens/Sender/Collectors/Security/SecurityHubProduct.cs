using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Security;

/// <summary>A product whose findings Security Hub has, with figures of the active ones.</summary>
internal sealed class SecurityHubProduct(string name, RowHolder holder)
{
    private static readonly string[] Severities = ["CRITICAL", "HIGH", "MEDIUM", "LOW", "INFORMATIONAL"];

    private readonly Dictionary<string, int> _severities = Severities.ToDictionary(severity => severity, _ => 0, StringComparer.Ordinal);
    private int _open;
    private int _resolved;

    /// <summary>Writes the figures of the findings so far.</summary>
    public void WriteHead() => holder.Head(head =>
    {
        head.Text("service", name);
        head.Number("total_findings", _open + _resolved);
        head.Nested("severity_counts", counts =>
        {
            foreach (var severity in Severities)
            {
                counts.Number(severity, _severities[severity]);
            }
        });
        head.Number("open_findings", _open);
        head.Number("resolved_findings", _resolved);
    });

    /// <summary>Writes a finding.</summary>
    public void Write(AwsValue finding) => holder.Write(row =>
    {
        var severity = finding.Text("Severity.Label") ?? "UNKNOWN";
        var status = finding.Text("Workflow.Status") ?? "OPEN";
        var state = finding.Text("RecordState");
        var resource = finding.List("Resources") is [var first, ..] ? first : default;
        row.Text("finding_id", finding.Text("Id"));
        row.Text("service", resource.Text("Type"));
        row.Text("title", finding.Text("Title"));
        row.Text("description", finding.Text("Description"));
        row.Text("severity", severity);
        row.Text("status", status);
        row.Text("resource_type", resource.Text("Type"));
        row.Text("resource_id", resource.Text("Id"));
        row.Instant("created_at", finding.Instant("CreatedAt"));
        row.Instant("updated_at", finding.Instant("UpdatedAt"));
        row.Text("recommendation", finding.Text("Remediation.Recommendation.Text"));
        row.Text("compliance_status", finding.Text("Compliance.Status"));
        row.Text("workflow_state", finding.Text("WorkflowState") ?? string.Empty);
        row.Text("record_state", state);
        row.Text("product_name", name);
        row.Text("company_name", finding.Text("CompanyName"));
        row.Text("product_arn", finding.Text("ProductArn"));
        row.Text("generator_id", finding.Text("GeneratorId"));
        row.Text("generator", name);
        // Here, where all of the row could be read: what is left out is not counted.
        if (state != "ARCHIVED")
        {
            Count(severity, status);
        }
    });

    private void Count(string severity, string status)
    {
        if (_severities.TryGetValue(severity, out var count))
        {
            _severities[severity] = count + 1;
        }

        _ = status == "RESOLVED" ? _resolved++ : _open++;
    }
}
