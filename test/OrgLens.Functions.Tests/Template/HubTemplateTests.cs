using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Amazon.Lambda.Annotations.SQS;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.S3Events;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.SQSEvents;
using OrgLens.Audit.Assets;
using OrgLens.Audit.Trail;
using OrgLens.Functions.Database;
using OrgLens.Functions.QuickSight;
using OrgLens.Functions.Tests.Hub;
using OrgLens.Publishing;
using OrgLens.QuickSight;
using OrgLens.Sender;

namespace OrgLens.Functions.Tests.Template;

public sealed class HubTemplateTests
{
    public static TheoryData<string> Functions => [.. HubTemplate.Handlers.Select(handler => handler.Function.ResourceName)];

    [Fact]
    public void Has_a_function_for_every_handler_and_no_other() => Assert.Equal(
        HubTemplate.Handlers.Select(handler => handler.Function.ResourceName).Order(), HubTemplate.Functions.Keys.Order());

    [Theory]
    [MemberData(nameof(Functions))]
    public void Starts_the_handler_s_own_method_within_its_limits(string name)
    {
        var (method, function) = HubTemplate.Handlers.Single(handler => handler.Function.ResourceName == name);
        var properties = HubTemplate.Functions[name];

        Assert.Equal(method.Name, (string?)properties["Environment"]!["Variables"]!["ANNOTATIONS_HANDLER"]);
        Assert.Equal("OrgLens.Functions", (string?)properties["Handler"]);
        Assert.Equal("dotnet10", (string?)properties["Runtime"]);
        Assert.Equal((int)function.Timeout, (int)properties["Timeout"]!);
        Assert.Equal((int)function.MemorySize, (int)properties["MemorySize"]!);
        Assert.Equal(["@" + (string)properties["Role"]!["Fn::GetAtt"]![0]!], [function.Role]);
    }

    [Fact]
    public void Gives_every_function_a_role_of_its_own()
    {
        var roles = HubTemplate.Functions.Values.Select(properties => properties["Role"]!.ToJsonString()).ToList();

        Assert.Equal(roles.Count, roles.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Keeps_the_logs_of_every_function_and_lets_it_write_only_those(string name)
    {
        var group = HubTemplate.Resources[$"{name}LogGroup"]!["Properties"]!;
        var functionName = (string)HubTemplate.Functions[name]["FunctionName"]!["Fn::Sub"]!;

        Assert.Equal($"/aws/lambda/{functionName}", (string?)group["LogGroupName"]!["Fn::Sub"]);
        Assert.True((int)group["RetentionInDays"]! > 0);
        var logs = HubTemplate.StatementsOf(name).Single(statement => HubTemplate.ActionsOf(statement).Contains("logs:PutLogEvents"));
        Assert.EndsWith($"/aws/lambda/{functionName}:*", (string?)logs["Resource"]!["Fn::Sub"], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Grants_only_named_actions_on_named_resources(string name) => Assert.All(HubTemplate.StatementsOf(name), statement =>
    {
        Assert.DoesNotContain(HubTemplate.ActionsOf(statement), action => action.Contains('*', StringComparison.Ordinal));
        // X-Ray knows no resources, and what collectors list, and events name, is all there is.
        Assert.True(
            statement["Resource"]!.ToJsonString() != "\"*\"" || (string?)statement["Sid"] is "CollectAccount" or "DescribeAssets"
                || HubTemplate.ActionsOf(statement).All(action => action.StartsWith("xray:", StringComparison.Ordinal)),
            statement.ToJsonString());
    });

    [Theory]
    [MemberData(nameof(Functions))]
    public void Lets_a_traced_function_send_its_traces(string name)
    {
        // Lambda refuses to create a function that traces and may not.
        var traces = ((string?)HubTemplate.Functions[name]["Tracing"] ?? (string?)HubTemplate.FunctionGlobals["Tracing"]) == "Active";
        var actions = HubTemplate.StatementsOf(name).SelectMany(HubTemplate.ActionsOf).ToList();

        Assert.Equal(traces, actions.Contains("xray:PutTraceSegments"));
        Assert.Equal(traces, actions.Contains("xray:PutTelemetryRecords"));
    }

    [Fact]
    public void Lets_the_collectors_do_what_they_declare_and_nothing_else() => Assert.Equal(
        CollectorActions.Of(CollectorList.All),
        HubTemplate.ActionsOf(HubTemplate.StatementsOf("CollectSnapshot").Single(statement => (string?)statement["Sid"] == "CollectAccount")));

    [Fact]
    public void Lets_the_describer_of_assets_ask_what_it_asks_and_nothing_else() => Assert.Equal(
        AssetDescriber.Operations.SelectMany(operation => operation.IamActions).Order(StringComparer.Ordinal),
        HubTemplate.ActionsOf(HubTemplate.StatementsOf("TrackAssets").Single(statement => (string?)statement["Sid"] == "DescribeAssets")));

    [Fact]
    public void Lets_the_migration_of_analyses_do_what_it_and_QuickSight_s_jobs_do_and_nothing_else() => Assert.Equal(
        QuickSightOperations.All.SelectMany(operation => operation.IamActions).Union(QuickSightOperations.ActionsOfJobs).Order(StringComparer.Ordinal),
        HubTemplate.StatementsOf("MigrateAnalysis").SelectMany(HubTemplate.ActionsOf).Where(action => action.StartsWith("quicksight:", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void Lets_the_publication_ask_the_catalog_what_it_asks_and_nothing_else() => Assert.Equal(
        GlueOperations.All.SelectMany(operation => operation.IamActions).Order(StringComparer.Ordinal),
        HubTemplate.StatementsOf("PublishViews").SelectMany(HubTemplate.ActionsOf).Where(action => action.StartsWith("glue:", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("IngestSnapshots")]
    [InlineData("IngestSnapshot")]
    [InlineData("FilterTrail")]
    public void Lets_a_loader_tell_an_object_that_is_gone_from_one_that_is_denied(string name)
    {
        // S3 says 404 only to those who may list the bucket; a condition on a listing's prefix is never met by a GetObject.
        var listing = HubTemplate.StatementsOf(name).Single(statement => HubTemplate.ActionsOf(statement).Contains("s3:ListBucket"));

        Assert.Null(listing["Condition"]);
    }

    [Fact]
    public void Every_reference_leads_somewhere()
    {
        var annotations = HubTemplate.Handlers
            .SelectMany(handler => handler.Method.GetCustomAttributes<SQSEventAttribute>().Select(source => source.Queue).Append(handler.Function.Role))
            .Where(reference => reference.StartsWith('@'))
            .Select(reference => reference[1..])
            .ToList();

        Assert.NotEmpty(annotations);
        Assert.All(annotations.Concat(References(HubTemplate.Resources)), reference => Assert.True(
            HubTemplate.Resources.ContainsKey(reference) || HubTemplate.Parameters.ContainsKey(reference) || reference.StartsWith("AWS::", StringComparison.Ordinal),
            reference));
    }

    [Fact]
    public void Hides_messages_at_least_six_times_as_long_as_their_function_may_take_and_gives_them_up_after_five_times()
    {
        var sources = HubTemplate.Handlers
            .SelectMany(handler => handler.Method.GetCustomAttributes<SQSEventAttribute>().Select(source => (handler.Function.ResourceName, Queue: source.Queue[1..])))
            .ToList();

        Assert.NotEmpty(sources);
        Assert.All(sources, source =>
        {
            var queue = HubTemplate.Resources[source.Queue]!["Properties"]!;
            Assert.True((int)queue["VisibilityTimeout"]! >= 6 * (int)HubTemplate.Functions[source.ResourceName]["Timeout"]!, source.Queue);
            Assert.Equal(5, (int)queue["RedrivePolicy"]!["maxReceiveCount"]!);
        });
    }

    [Fact]
    public void Migrates_the_schema_again_with_every_version()
    {
        var version = XDocument.Load(Repository.File("Directory.Build.props")).Descendants("Version").Single().Value;

        Assert.Equal(version, (string?)HubTemplate.Resources["DatabaseSchema"]!["Properties"]!["Version"]);
    }

    [Fact]
    public void Test_events_are_what_the_handlers_take()
    {
        var batch = Read<SQSEvent>("ingest-snapshots.json");
        var nested = JsonNode.Parse(batch.Records[0].Body)!["Records"]![0]!["s3"]!;
        var notification = Read<S3Event>("ingest-snapshot.json");
        var schedule = Read<ScheduledEvent>("sweep-snapshots.json");

        Assert.Equal("data/111122223333/eu-west-1/2026-01-15_DAILY.json", (string?)nested["object"]!["key"]);
        Assert.Equal("data/111122223333/eu-west-1/2026-01-15_DAILY.json", notification.Records[0].S3.Object.KeyDecoded);
        Assert.Equal("orglens-snapshots", notification.Records[0].S3.Bucket.Name);
        Assert.Equal(["products", "product-letters"], Read<SQSEvent>("audit-products.json").Records.Select(message => message.EventSourceArn.Split(':')[^1]));
        Assert.Equal(["usage", "usage"], Read<SQSEvent>("record-usage.json").Records.Select(message => message.EventSourceArn.Split(':')[^1]));
        Assert.All(["filter-trail.json", "filter-trail-s3.json", "filter-trail-sns.json"], file => Assert.Single(TrailNotification.Read(Read<JsonElement>(file))));
        Assert.Equal("aws.events", schedule.Source);
        Assert.Equal("Scheduled Event", schedule.DetailType);
        Assert.Equal(new MigrationRequest(), Read<MigrationRequest>("migrate-database.json"));
        Assert.Equal("aws.events", Read<ScheduledEvent>("publish-views.json").Source);
        Assert.Equal(new RotationRequest("testSecret", null, null), Read<RotationRequest>("rotate-secret.json"));
        Assert.Equal("import", Read<AnalysisEvent>("migrate-analysis.json").Wanted.Action);
        Assert.Equal(["eu-west-1"], Read<SendRequest>("collect-snapshot.json").Regions);
        // FilterTrail takes its notification in three forms.
        Assert.Equal(HubTemplate.Handlers.Count + 2, Directory.GetFiles(Repository.File("events"), "*.json").Length);
    }

    private static T Read<T>(string file)
    {
        using var stream = File.OpenRead(Repository.File("events", file));
        return new SourceGeneratorLambdaJsonSerializer<FunctionsJson>().Deserialize<T>(stream);
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject { Count: 1 } reference when reference.ContainsKey("Ref") => [(string)reference["Ref"]!],
        JsonObject { Count: 1 } reference when reference["Fn::GetAtt"] is JsonArray path => [(string)path[0]!],
        JsonObject members => members.SelectMany(member => References(member.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };
}
