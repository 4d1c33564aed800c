using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OrgLens.Audit.Products;

namespace OrgLens.Functions.Tests.Template;

/// <summary>What cfn-lint does not see: how templates hang together, and values that only AWS would refuse.</summary>
public sealed partial class TemplateStructureTests
{
    // Empty by default only where the hub makes the name up.
    private static readonly string[] s_differing = ["S3BucketName", "TrailBucketName"];

    // AWS has no tags for them; functions have those of Globals.
    private static readonly string[] s_untagged =
    [
        "AWS::EC2::SecurityGroupIngress", "AWS::EC2::SubnetRouteTableAssociation", "AWS::Events::Archive", "AWS::Events::EventBusPolicy", "AWS::IAM::InstanceProfile",
        "AWS::IAM::RolePolicy", "AWS::KMS::Alias", "AWS::Lambda::EventInvokeConfig", "AWS::Lambda::Permission", "AWS::S3::BucketPolicy", "AWS::SNS::Subscription",
        "AWS::SNS::TopicPolicy", "AWS::SQS::QueuePolicy", "AWS::Scheduler::Schedule", "AWS::SecretsManager::RotationSchedule", "AWS::Serverless::Function",
        "Custom::DatabaseSchema",
    ];

    [Fact]
    public void Every_parameter_says_what_it_is_and_refuses_what_it_can_not_be() => Assert.All(TemplateFiles.Members("Parameters"), parameter =>
    {
        var (file, name, definition) = parameter;
        Assert.True((string?)definition["Description"] is { Length: > 0 } text && text.EndsWith('.'), $"{file}: {name}");
        // CloudFormation itself knows what may stand for a type of AWS's own.
        Assert.True(
            definition["AllowedPattern"] is not null || definition["AllowedValues"] is not null || definition["MinValue"] is not null
                || ((string)definition["Type"]!).Contains("AWS::", StringComparison.Ordinal),
            $"{file}: {name}");
        if (definition["AllowedPattern"] is { } pattern && definition["Default"] is { } standard)
        {
            Assert.Matches((string)pattern!, standard.ToString());
        }
    });

    [Fact]
    public void A_parameter_is_the_same_in_every_template() => Assert.All(
        TemplateFiles.Members("Parameters").Where(parameter => !s_differing.Contains(parameter.Name)).GroupBy(parameter => parameter.Name),
        same => Assert.Single(same.Select(each => string.Join('|', ((string[])["Type", "AllowedPattern", "AllowedValues", "MinValue", "MaxValue", "Default"])
            .Select(member => each.Definition[member]?.ToJsonString()))).Distinct()));

    [Fact]
    public void Every_output_says_what_it_is() => Assert.All(
        TemplateFiles.Members("Outputs"),
        output => Assert.True((string?)output.Definition["Description"] is { Length: > 0 } text && text.EndsWith('.'), $"{output.File}: {output.Name}"));

    [Fact]
    public void Everything_that_takes_a_tag_says_whose_it_is() => Assert.All(
        TemplateFiles.Members("Resources").Where(resource => !s_untagged.Contains((string)resource.Definition["Type"]!)),
        resource => Assert.True(
            resource.Definition["Properties"]?["Tags"]?.ToJsonString().Contains("OrgLens", StringComparison.Ordinal) == true, $"{resource.File}: {resource.Name}"));

    [Fact]
    public void Every_schedule_has_the_six_fields_that_AWS_wants()
    {
        var schedules = TemplateFiles.All.SelectMany(file => Texts(file.Value)).Where(text => text.StartsWith("cron(", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(schedules);
        Assert.All(schedules, schedule => Assert.Matches(Cron(), schedule));
    }

    [Fact]
    public void Every_capacity_is_a_step_of_one_half() => Assert.All(
        TemplateFiles.Members("Parameters").Where(parameter => parameter.Name.EndsWith("Capacity", StringComparison.Ordinal)),
        parameter => Assert.Equal(0, decimal.Parse(parameter.Definition["Default"]!.ToString(), CultureInfo.InvariantCulture) % 0.5m));

    [Fact]
    public void Spokes_and_bus_let_the_same_calls_pass_as_the_audit_takes() => Assert.All(
        [("hub-data", "AuditRule"), ("spoke-a-region", "ServiceCatalogRule")],
        rule => Assert.Equal(
            ProductCall.Names.Order(StringComparer.Ordinal),
            Resource(rule.Item1, rule.Item2).Properties["EventPattern"]!["detail"]!["eventName"]!.AsArray().Select(name => (string)name!).Order(StringComparer.Ordinal)));

    [Fact]
    public void A_spoke_finds_the_hub_by_the_names_that_the_hub_has()
    {
        var rule = Resource("spoke-a-region", "ServiceCatalogRule").Properties["Targets"]![0]!;
        var sender = Resource("spoke-a", "CollectSnapshot").Properties["Environment"]!["Variables"]!;

        Assert.Equal(Resource("hub-data", "AuditBus").Arn, (string?)rule["Arn"]);
        Assert.Equal(Resource("hub-region", "ProductLetterQueue").Arn, (string?)rule["DeadLetterConfig"]!["Arn"]);
        Assert.Equal(
            Resource("hub", "ProductLetterQueue").Arn,
            ((string)rule["DeadLetterConfig"]!["Arn"]!).Replace("us-east-1", "eu-west-1", StringComparison.Ordinal));
        Assert.Equal(Resource("hub-data", "SnapshotBucket").Arn, $"arn:aws:s3:::{sender["BUCKET"]}");
        Assert.Equal(Resource("hub-data", "Key").Arn, (string?)sender["ANALYTICS_KMS_KEY"]);
        Assert.StartsWith(Resource("organization", "ArtifactBucket").Arn, $"arn:aws:s3:::{Resource("spoke-a", "CollectSnapshot").Properties["Code"]!["S3Bucket"]}", StringComparison.Ordinal);
        Assert.Equal(
            (string?)Resource("hub", "TrackAssets").Properties["Environment"]!["Variables"]!["READ_ROLE"], (string?)Resource("spoke-a", "ReadRole").Properties["RoleName"]);
    }

    [Fact]
    public void Every_function_that_nobody_waits_for_keeps_what_failed() => Assert.All(
        Stacks.Resources.Where(resource => resource.Type is "AWS::Scheduler::Schedule" or "AWS::Events::Rule")
            .SelectMany(resource => Functions(resource.Properties).Select(function => (resource.Stack, function)))
            .Distinct(),
        run => Assert.Contains(Stacks.Resources, resource => resource.Type == "AWS::Lambda::EventInvokeConfig" && resource.Stack == run.Stack
            && run.function.EndsWith((string)resource.Properties["FunctionName"]!, StringComparison.Ordinal)
            && resource.Properties["DestinationConfig"]!["OnFailure"]!["Destination"] is not null));

    [Fact]
    public void A_function_of_a_spoke_is_the_hub_s_with_other_variables() => Assert.All(
        [("spoke-a", "CollectSnapshot"), ("hub-region", "AuditProducts")],
        function => Assert.All(["Handler", "Runtime", "Timeout", "MemorySize", "Architectures"], member => Assert.Equal(
            Resource("hub", function.Item2).Properties[member]!.ToJsonString(), Resource(function.Item1, function.Item2).Properties[member]!.ToJsonString())));

    private static StackResource Resource(string stack, string id) => Stacks.Resources.Single(resource => resource.Stack == stack && resource.Id == id);

    private static IEnumerable<string> Functions(JsonNode node) => Texts(node).Where(text => text.Contains(":function:", StringComparison.Ordinal));

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Texts(member.Value)),
        JsonArray items => items.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    // Either the day of the month or that of the week is a question mark.
    [GeneratedRegex(@"^cron\(\S+ \S+ (\? \S+ [^?\s]+|[^?\s]+ \S+ \?) \S+\)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Cron();
}
