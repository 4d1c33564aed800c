using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Api.Protocols;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services;

/// <summary>Amazon Inspector in the Regions that are in use: what it saw the day before, and what was closed in the month before.</summary>
internal static class InspectorApi
{
    public static ApiService Service { get; } = new("inspector2", ApiProtocol.RestJson,
    [
        ApiOperation.Paged(
            "ListFindings", ["maxResults", "nextToken", "filterCriteria", "sortCriteria"],
            // A hundred may be asked for, but no page has more than 25.
            new ApiPaging("findings") { TokenIn = "nextToken", TokenOut = "nextToken", Limit = "maxResults", Most = 25 }, Findings, route: "POST /findings/list"),
        ApiOperation.Single("BatchGetAccountStatus", ["accountIds"], Status, "POST /status/batch/get"),
    ]);

    private static JsonObject Status(ApiCall call)
    {
        var (status, code) = call.Estate is null ? ("DISABLED", "RESOURCE_NOT_FOUND") : ("ENABLED", "ALREADY_ENABLED");
        // The model wants an error even where there is none.
        JsonObject State() => new() { ["status"] = status, ["errorCode"] = code, ["errorMessage"] = code };
        return call.Input.Texts("accountIds").Any(id => id != call.Account.Id)
            ? throw Refusal.ByPolicy(call)
            : new JsonObject
            {
                ["accounts"] = Wire.List(
                [
                    new JsonObject
                    {
                        ["accountId"] = call.Account.Id,
                        ["state"] = State(),
                        ["resourceState"] = new JsonObject { ["ec2"] = State(), ["ecr"] = State(), ["lambda"] = State() },
                    },
                ]),
                ["failedAccounts"] = new JsonArray(),
            };
    }

    private static IEnumerable<JsonNode?> Findings(ApiCall call)
    {
        if (call.Estate is not { } estate)
        {
            throw new ApiException("AccessDeniedException", "Invoking account does not have access to list findings.");
        }

        var criteria = call.Input.Child("filterCriteria");
        var found = estate.Vulnerabilities.Known(call.Yesterday)
            .Where(finding => criteria is null || criteria.Names.All(name => criteria.Children(name).Any(condition => Holds(call, finding, name, condition))));
        return Sorted(call, found).Select(finding => Describe(call, estate, finding));
    }

    private static JsonObject Describe(ApiCall call, RegionEstate estate, Vulnerability finding)
    {
        var (id, package) = (finding.Title.Split(" - ")[0], finding.Title.Split(" - ")[^1]);
        var instance = estate.Compute.SomeInstance(estate.Stream.Child("vulnerable").Child(finding.Arn), call.Today);
        return new JsonObject
        {
            ["findingArn"] = finding.Arn,
            ["awsAccountId"] = call.Account.Id,
            ["type"] = "PACKAGE_VULNERABILITY",
            ["description"] = finding.Description,
            ["title"] = finding.Title,
            ["remediation"] = new JsonObject { ["recommendation"] = new JsonObject { ["text"] = "None Provided" } },
            ["severity"] = finding.Severity,
            ["firstObservedAt"] = Wire.Epoch(finding.FirstSeenAt),
            ["lastObservedAt"] = Wire.Epoch(finding.LastSeenAt),
            ["updatedAt"] = Wire.Epoch(finding.LastSeenAt),
            ["status"] = finding.Status,
            ["resources"] = Wire.List([new JsonObject { ["type"] = "AWS_EC2_INSTANCE", ["id"] = instance, ["partition"] = "aws", ["region"] = call.Region }]),
            ["packageVulnerabilityDetails"] = new JsonObject
            {
                ["vulnerabilityId"] = id,
                ["source"] = "NVD",
                ["sourceUrl"] = "https://nvd.nist.gov/vuln/detail/" + id,
                ["vulnerablePackages"] = Wire.List([new JsonObject { ["name"] = package, ["version"] = "1.0.0", ["packageManager"] = "OS" }]),
            },
            ["fixAvailable"] = "YES",
            ["exploitAvailable"] = finding.Severity == "CRITICAL" ? "YES" : "NO",
        };
    }

    private static bool Holds(ApiCall call, Vulnerability finding, string name, ApiInput condition) => name switch
    {
        "findingArn" => Compare(finding.Arn, condition),
        "awsAccountId" => Compare(call.Account.Id, condition),
        "findingType" => Compare("PACKAGE_VULNERABILITY", condition),
        "severity" => Compare(finding.Severity, condition),
        "findingStatus" => Compare(finding.Status, condition),
        "title" => Compare(finding.Title, condition),
        "resourceType" => Compare("AWS_EC2_INSTANCE", condition),
        "firstObservedAt" => IsWithin(finding.FirstSeenAt, condition),
        "lastObservedAt" or "updatedAt" => IsWithin(finding.LastSeenAt, condition),
        _ => throw call.BadInput($"The filter {name} is not simulated"),
    };

    private static bool Compare(string actual, ApiInput condition) => condition.Text("comparison") switch
    {
        "EQUALS" => actual == condition.Text("value"),
        "PREFIX" => actual.StartsWith(condition.Text("value")!, StringComparison.Ordinal),
        _ => actual != condition.Text("value"),
    };

    private static bool IsWithin(DateTimeOffset instant, ApiInput condition) => !(instant < condition.Instant("startInclusive")) && !(instant > condition.Instant("endInclusive"));

    private static IEnumerable<Vulnerability> Sorted(ApiCall call, IEnumerable<Vulnerability> findings)
    {
        var order = call.Input.Child("sortCriteria");
        return (order?.Text("field"), order?.Text("sortOrder")) switch
        {
            (null, _) => findings,
            ("FIRST_OBSERVED_AT", "ASC") => findings.OrderBy(finding => finding.FirstSeenAt),
            ("FIRST_OBSERVED_AT", _) => findings.OrderByDescending(finding => finding.FirstSeenAt),
            ("LAST_OBSERVED_AT", "ASC") => findings.OrderBy(finding => finding.LastSeenAt),
            ("SEVERITY", "ASC") => findings.OrderBy(finding => Gravity(finding.Severity)),
            ("SEVERITY", _) => findings.OrderByDescending(finding => Gravity(finding.Severity)),
            ("LAST_OBSERVED_AT", _) => findings.OrderByDescending(finding => finding.LastSeenAt),
            var (field, _) => throw call.BadInput($"The sort field {field} is not simulated"),
        };
    }

    private static int Gravity(string severity) => severity switch
    {
        "CRITICAL" => 4,
        "HIGH" => 3,
        "MEDIUM" => 2,
        "LOW" => 1,
        _ => 0,
    };
}
