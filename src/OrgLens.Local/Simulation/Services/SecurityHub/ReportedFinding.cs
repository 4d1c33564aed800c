using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services.SecurityHub;

/// <summary>A finding in the AWS Security Finding Format, and the values that filters compare.</summary>
internal sealed record ReportedFinding(RegionEstate Estate, FindingProduct Product, Finding Finding, DateTimeOffset Now)
{
    /// <summary>Security Hub archives what was resolved for two weeks.</summary>
    public string RecordState => Finding.Status == "RESOLVED" && Finding.Severity != "INFORMATIONAL" && Finding.UpdatedAt < Now.AddDays(-14) ? "ARCHIVED" : "ACTIVE";

    /// <summary>The value that a filter is about; null for one that is not simulated.</summary>
    public string? Value(string filter) => filter switch
    {
        "Id" => Finding.Id,
        "ProductArn" => Product.Arn(Estate),
        "ProductName" => Product.Name,
        "CompanyName" => Product.Company,
        "AwsAccountId" => Estate.Account.Id,
        "AwsAccountName" => Estate.Account.Name,
        "Region" or "ResourceRegion" => Estate.Region,
        "GeneratorId" => Finding.GeneratorId,
        "Title" => Finding.Title,
        "Description" => Finding.Description,
        "SeverityLabel" => Finding.Severity,
        "ResourceType" => Finding.ResourceType,
        "ResourceId" => Finding.ResourceId,
        "ComplianceStatus" => Finding.Compliance ?? "",
        "WorkflowState" => "NEW",
        "WorkflowStatus" => Finding.Status,
        nameof(RecordState) => RecordState,
        "CreatedAt" or "FirstObservedAt" => Wire.Iso(Finding.CreatedAt),
        "UpdatedAt" or "LastObservedAt" => Wire.Iso(Finding.UpdatedAt),
        _ => null,
    };

    public JsonObject Json() => new()
    {
        ["SchemaVersion"] = "2018-10-08",
        ["Id"] = Finding.Id,
        ["ProductArn"] = Product.Arn(Estate),
        ["ProductName"] = Product.Name,
        ["CompanyName"] = Product.Company,
        ["Region"] = Estate.Region,
        ["GeneratorId"] = Finding.GeneratorId,
        ["AwsAccountId"] = Estate.Account.Id,
        ["Types"] = Wire.Texts("Software and Configuration Checks"),
        ["FirstObservedAt"] = Wire.Iso(Finding.CreatedAt),
        ["LastObservedAt"] = Wire.Iso(Finding.UpdatedAt),
        ["CreatedAt"] = Wire.Iso(Finding.CreatedAt),
        ["UpdatedAt"] = Wire.Iso(Finding.UpdatedAt),
        ["Severity"] = new JsonObject { ["Label"] = Finding.Severity, ["Original"] = Finding.Severity },
        ["Title"] = Finding.Title,
        ["Description"] = Finding.Description,
        ["Remediation"] = Finding.Recommendation is { } text ? new JsonObject { ["Recommendation"] = new JsonObject { ["Text"] = text } } : null,
        ["Resources"] = Wire.List([new JsonObject { ["Type"] = Finding.ResourceType, ["Id"] = Finding.ResourceId, ["Partition"] = "aws", ["Region"] = Estate.Region }]),
        ["Compliance"] = Finding.Compliance is { } status ? new JsonObject { ["Status"] = status } : null,
        ["WorkflowState"] = "NEW",
        ["Workflow"] = new JsonObject { ["Status"] = Finding.Status },
        [nameof(RecordState)] = RecordState,
    };
}
