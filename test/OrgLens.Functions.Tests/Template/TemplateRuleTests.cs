using System.Text.Json.Nodes;
using OrgLens.Sender;

namespace OrgLens.Functions.Tests.Template;

/// <summary>Rules that every template keeps.</summary>
public sealed class TemplateRuleTests
{
    // Actions that AWS defines without resources, or that look for what nobody has named yet:
    // https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
    private static readonly string[] s_withoutResources = ["CollectAccount", "DescribeAssets", "NetworkInterfaces"];

    // They do not say for whom they act, which is the account that passed them the role.
    private static readonly string[] s_silentServices = ["ec2.amazonaws.com", "lambda.amazonaws.com", "quicksight.amazonaws.com"];

    private static readonly string[] s_origins = ["aws:SourceAccount", "aws:SourceArn", "aws:SourceOrgID"];

    private static IEnumerable<(StackResource Resource, JsonNode Statement, bool OfResource)> Statements =>
        Stacks.Resources.SelectMany(resource => resource.Statements.Select(each => (resource, each.Statement, each.OfResource)));

    [Fact]
    public void No_policy_allows_actions_by_a_wildcard() => Assert.All(
        Statements.Where(each => Allows(each.Statement) && !IsKeyOfItsAccount(each.Statement)),
        each => Assert.All(
            HubTemplate.ActionsOf(each.Statement),
            // CloudTrail's own name for the two ways to make a data key.
            action => Assert.True(!action.Contains('*', StringComparison.Ordinal) || action == "kms:GenerateDataKey*", $"{each.Resource}: {action}")));

    [Fact]
    public void No_role_may_do_something_to_everything_but_where_aws_knows_no_resources() => Assert.All(
        Statements.Where(each => !each.OfResource && Allows(each.Statement) && each.Statement["Resource"]?.ToJsonString() == "\"*\""),
        each => Assert.True(
            s_withoutResources.Contains((string?)each.Statement["Sid"])
                || HubTemplate.ActionsOf(each.Statement).All(action => action.StartsWith("xray:", StringComparison.Ordinal)),
            $"{each.Resource}: {each.Statement.ToJsonString()}"));

    [Fact]
    public void Whoever_is_let_in_from_elsewhere_is_of_the_organization_or_a_service_that_acts_for_it() => Assert.All(
        Statements.Where(each => each.OfResource && Allows(each.Statement) && !IsKeyOfItsAccount(each.Statement)),
        each =>
        {
            var condition = each.Statement["Condition"]?.ToJsonString() ?? "";
            var service = (string?)each.Statement["Principal"]!["Service"];
            var known = service is null
                ? condition.Contains("aws:PrincipalOrgID", StringComparison.Ordinal)
                : s_silentServices.Contains(service)
                    || s_origins.Any(key => condition.Contains(key, StringComparison.Ordinal));
            Assert.True(known, $"{each.Resource}: {each.Statement.ToJsonString()}");
        });

    [Theory]
    [InlineData("AWS::S3::Bucket", "AWS::S3::BucketPolicy", "Bucket")]
    [InlineData("AWS::SQS::Queue", "AWS::SQS::QueuePolicy", "Queues")]
    [InlineData("AWS::SNS::Topic", "AWS::SNS::TopicPolicy", "Topics")]
    public void Everything_that_takes_requests_refuses_them_without_tls(string type, string policy, string member) => Assert.All(
        Stacks.Resources.Where(resource => resource.Type == type),
        resource => Assert.Contains(
            Stacks.Resources.Where(each => each.Type == policy && each.Stack == resource.Stack && Names(each.Properties[member]).Any(name => IsOf(resource, name)))
                .SelectMany(each => each.Statements),
            each => (string?)each.Statement["Effect"] == "Deny" && (string?)each.Statement["Condition"]?["Bool"]?["aws:SecureTransport"] == "false"));

    [Fact]
    public void Every_bucket_is_private_encrypted_and_versioned() => Assert.All(Stacks.Resources.Where(resource => resource.Type == "AWS::S3::Bucket"), bucket =>
    {
        Assert.All(
            ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"],
            block => Assert.True((bool)bucket.Properties["PublicAccessBlockConfiguration"]![block]!, bucket.ToString()));
        Assert.NotNull(bucket.Properties["BucketEncryption"]);
        Assert.Equal("Enabled", (string?)bucket.Properties["VersioningConfiguration"]!["Status"]);
        Assert.Contains(bucket.Properties["LifecycleConfiguration"]!["Rules"]!.AsArray(), rule => rule!["AbortIncompleteMultipartUpload"] is not null);
    });

    [Fact]
    public void Every_queue_is_encrypted_and_has_a_dead_letter_queue_or_an_alarm_as_one()
    {
        var queues = Stacks.Resources.Where(resource => resource.Type == "AWS::SQS::Queue").ToList();
        var dead = queues.Select(queue => (string?)queue.Properties["RedrivePolicy"]?["deadLetterTargetArn"]).ToHashSet();
        var alarmed = Stacks.Resources.Where(resource => resource.Type == "AWS::CloudWatch::Alarm")
            .SelectMany(alarm => alarm.Properties["Dimensions"]?.AsArray().Select(dimension => (string)dimension!["Value"]!) ?? []).ToHashSet();

        Assert.All(queues, queue =>
        {
            Assert.True((bool?)queue.Properties["SqsManagedSseEnabled"] == true || queue.Properties["KmsMasterKeyId"] is not null, queue.ToString());
            Assert.True(queue.Properties["RedrivePolicy"] is not null || alarmed.Contains(queue.Arn!.Split(':')[^1]), $"{queue} is not watched.");
            Assert.True(!dead.Contains(queue.Arn) || (int)queue.Properties["MessageRetentionPeriod"]! == 1_209_600, $"{queue} forgets dead letters early.");
        });
    }

    [Fact]
    public void Every_queue_that_functions_of_the_hub_read_is_watched_for_old_messages()
    {
        var alarm = Stacks.Resources.Single(resource => resource.Stack == "hub" && resource.Id == "OldestMessageAlarm").Properties;
        var watched = alarm["Metrics"]!.AsArray().Where(metric => metric!["MetricStat"] is not null)
            .ToDictionary(metric => (string)metric!["Id"]!, metric => (string)metric!["MetricStat"]!["Metric"]!["Dimensions"]![0]!["Value"]!);

        Assert.Equal(
            Stacks.Resources.Where(resource => resource.Stack == "hub" && resource.Type == "AWS::SQS::Queue" && resource.Properties["RedrivePolicy"] is not null)
                .Select(queue => queue.Arn!.Split(':')[^1]).Order(StringComparer.Ordinal),
            watched.Values.Order(StringComparer.Ordinal));
        Assert.Equal($"MAX([{string.Join(", ", watched.Keys)}])", (string?)alarm["Metrics"]![0]!["Expression"]);
    }

    [Fact]
    public void Every_log_group_ends_its_lines_and_every_function_has_one()
    {
        var groups = Stacks.Resources.Where(resource => resource.Type == "AWS::Logs::LogGroup").ToList();

        Assert.All(groups, group => Assert.True((int)group.Properties["RetentionInDays"]! > 0, group.ToString()));
        Assert.All(Stacks.Resources.Where(resource => resource.Type == "AWS::Lambda::Function"), function => Assert.Contains(
            groups, group => group.Stack == function.Stack && (string?)group.Properties["LogGroupName"] == $"/aws/lambda/{function.Properties["FunctionName"]}"));
    }

    [Fact]
    public void Every_key_turns_over() => Assert.All(
        Stacks.Resources.Where(resource => resource.Type == "AWS::KMS::Key"), key => Assert.True((bool)key.Properties["EnableKeyRotation"]!, key.ToString()));

    [Fact]
    public void A_spoke_s_sender_may_do_what_the_collectors_do_and_nothing_else() => Assert.Equal(
        CollectorActions.Of(CollectorList.All),
        HubTemplate.ActionsOf(Statements.Single(each => each.Resource.Stack == "spoke-a" && (string?)each.Statement["Sid"] == "CollectAccount").Statement));

    private static bool Allows(JsonNode statement) => (string?)statement["Effect"] == "Allow";

    // Without it nobody could administer the key: https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
    private static bool IsKeyOfItsAccount(JsonNode statement) => (string?)statement["Sid"] == "AdministeredByIam";

    private static IEnumerable<string> Names(JsonNode? node) => node is JsonArray list ? list.Select(each => (string)each!) : [(string)node!];

    private static bool IsOf(StackResource resource, string name) => resource.Arn == name || resource.Arn!.EndsWith(":" + name, StringComparison.Ordinal);
}
