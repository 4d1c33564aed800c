using System.Text.Json.Nodes;

namespace OrgLens.Tests.Sender.Simulated;

/// <summary>What a whole run really called is what the template lets it call, in both directions.</summary>
public sealed class RoleActionTests
{
    // Called only where something is not as it is in the recorded run.
    private static readonly Dictionary<string, string> s_onlyThen = new(StringComparer.Ordinal)
    {
        ["ec2:DescribeRegions"] = "where account:ListRegions is denied",
        ["inspector2:BatchGetAccountStatus"] = "where Inspector lists nothing",
        ["guardduty:GetDetector"] = "where GuardDuty lists nothing",
        ["ecs:DescribeServices"] = "where a cluster has services",
        ["s3:GetBucketLocation"] = "where a list of buckets does not name their Regions",
        ["resource-explorer-2:GetView"] = "where Config records nothing",
        ["resource-explorer-2:Search"] = "where Config records nothing",
    };

    // Not called by us, but by the service on the caller's behalf: AWS asks for them, too.
    private static readonly Dictionary<string, string> s_besides = new(StringComparer.Ordinal)
    {
        ["lambda:ListProvisionedConcurrencyConfigs"] = "compute-optimizer:GetLambdaFunctionRecommendations",
        ["amplify:ListResourcesForWebACL"] = "wafv2:ListResourcesForWebACL",
        ["apprunner:ListAssociatedServicesForWebAcl"] = "wafv2:ListResourcesForWebACL",
        ["appsync:ListResourcesForWebACL"] = "wafv2:ListResourcesForWebACL",
        ["cognito-idp:ListResourcesForWebACL"] = "wafv2:ListResourcesForWebACL",
        ["ec2:DescribeVerifiedAccessInstanceWebAclAssociations"] = "wafv2:ListResourcesForWebACL",
        ["elasticloadbalancing:DescribeWebACLAssociation"] = "wafv2:ListResourcesForWebACL",
    };

    [Fact]
    public async Task Nothing_is_called_that_the_role_may_not()
    {
        var run = await SimulatedRun.SharedAsync();
        Assert.Empty(run.Actions.Union(run.Answers.Made.SelectMany(call => call.Operation.IamActions)).Except(Allowed()));
    }

    [Fact]
    public async Task Nothing_is_allowed_that_is_not_called_or_needed_by_what_is()
    {
        var run = await SimulatedRun.SharedAsync();
        // The services that are simulated have seen these; of the emulator's own the client tells.
        var seen = run.Actions.Concat(run.Answers.Made.Where(call => call.Operation.IamActions.Count == 1).Select(call => call.Operation.IamActions[0])).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(Allowed().Except(seen).Except(s_onlyThen.Keys).Except(s_besides.Keys));
        Assert.Empty(s_besides.Values.Except(seen));
    }

    private static IReadOnlyList<string> Allowed()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "serverless.template")))
        {
            folder = folder.Parent!;
        }

        var template = JsonNode.Parse(File.ReadAllText(Path.Combine(folder.FullName, "serverless.template")))!;
        var statements = template["Resources"]!["CollectSnapshotRole"]!["Properties"]!["Policies"]!.AsArray().SelectMany(policy => policy!["PolicyDocument"]!["Statement"]!.AsArray());
        var collecting = statements.Single(statement => (string?)statement!["Sid"] == "CollectAccount");
        return [.. collecting!["Action"]!.AsArray().Select(action => (string)action!)];
    }
}
