using System.Text.Json.Nodes;
using OrgLens.Aws;
using OrgLens.Sender;
using OrgLens.Sender.Collectors.Resources;

namespace OrgLens.Tests.Sender.Collectors;

public sealed class EcsClustersTests
{
    private const string A = "arn:aws:ecs:eu-west-1:111122223333:cluster/a";
    private const string B = "arn:aws:ecs:eu-west-1:111122223333:cluster/b";
    private const string Api = "arn:aws:ecs:eu-west-1:111122223333:service/a/api";
    private const string Job = "arn:aws:ecs:eu-west-1:111122223333:service/a/job";

    [Fact]
    public async Task Clusters_and_services_of_all_pages_are_described_with_their_tags()
    {
        var collected = await Collected.RunAsync(EcsClusters.Collector, Clusters().Answer("DescribeServices", Services(Api), input => Asks(input, "services", Api)));
        JsonAssert.Equal(
            $$$"""
            [
              {"region":"eu-west-1","service_name":"ECS","resource_type":"Cluster","resource_id":"{{{A}}}","resource_name":"a","state":"ACTIVE","instance_count":0,
               "tags":[{"Key":"team","Value":"shop"}],
               "details":{"running_tasks":2,"pending_tasks":0,"active_services":1,"capacity_providers":["FARGATE"],"container_insights":"enabled"}},
              {"region":"eu-west-1","service_name":"ECS","resource_type":"Service","resource_id":"{{{Api}}}","resource_name":"api","state":"ACTIVE",
               "creation_date":"2026-01-07T10:00:00+00:00","type":"FARGATE","instance_count":2,"tags":[],
               "details":{"cluster_arn":"{{{A}}}","task_definition":"arn:task:1","desired_tasks":3,"pending_tasks":1,"scheduling_strategy":"REPLICA","platform_version":"1.4.0",
                "execute_command":false,"capacity_providers":[],"target_groups":["arn:tg"]}},
              {"region":"eu-west-1","service_name":"ECS","resource_type":"Service","resource_id":"{{{Job}}}","resource_name":"job"}
            ]
            """,
            collected.Rows("service_resources"));
        Assert.Equal((CoverageStatus.Complete, 1, 8), (collected.Ended("ecs.cluster").Status, collected.Ended("ecs.cluster").Items, collected.Ended("ecs.cluster").Calls));
        Assert.Equal((CoverageStatus.Complete, 2), (collected.Ended("ecs.service").Status, collected.Ended("ecs.service").Items));
    }

    [Fact]
    public async Task What_may_not_be_described_is_listed_by_its_ARN()
    {
        var calls = new CannedCalls().Answer("ListClusters", List("clusterArns", [A]))
            .Fail("DescribeClusters", AwsErrorKind.DeniedByPolicy, "AccessDeniedException")
            .Answer("ListServices", List("serviceArns", [Api])).Fail("DescribeServices", AwsErrorKind.TimedOut, "Timeout");
        var collected = await Collected.RunAsync(EcsClusters.Collector, calls);
        Assert.Equal([A, Api], collected.Rows("service_resources").Select(row => (string?)row!["resource_id"]));
        Assert.Equal((CoverageStatus.DeniedIam, CoverageStatus.Failed), (collected.Ended("ecs.cluster").Status, collected.Ended("ecs.service").Status));
    }

    [Fact]
    public async Task Services_that_may_not_be_listed_cost_no_cluster()
    {
        var calls = new CannedCalls().Answer("ListClusters", List("clusterArns", [A])).Answer("DescribeClusters", Described)
            .Fail("ListServices", AwsErrorKind.DeniedByPolicy, "AccessDeniedException");
        var collected = await Collected.RunAsync(EcsClusters.Collector, calls);
        Assert.Equal((CoverageStatus.Complete, 1), (collected.Ended("ecs.cluster").Status, collected.Ended("ecs.cluster").Items));
        Assert.Equal(
            (CoverageStatus.DeniedIam, 0, "ecs:ListServices AccessDeniedException"),
            (collected.Ended("ecs.service").Status, collected.Ended("ecs.service").Items, collected.Ended("ecs.service").Error));
    }

    [Fact]
    public async Task A_failure_on_the_second_page_of_clusters_keeps_the_first_and_leaves_neither_list_complete()
    {
        var calls = new CannedCalls().Answer("ListClusters", List("clusterArns", [A], "t"), input => !input.ContainsKey("nextToken"))
            .Fail("ListClusters", AwsErrorKind.Throttled, "ThrottlingException", input => input.ContainsKey("nextToken"))
            .Answer("DescribeClusters", Described).Answer("ListServices", List("serviceArns", []));
        var collected = await Collected.RunAsync(EcsClusters.Collector, calls);
        Assert.Single(collected.Rows("service_resources"));
        Assert.Equal((CoverageStatus.Throttled, CoverageStatus.Throttled), (collected.Ended("ecs.cluster").Status, collected.Ended("ecs.service").Status));
    }

    private const string Described =
        $$$"""
        {"clusters":[{"clusterArn":"{{{A}}}","clusterName":"a","status":"ACTIVE","registeredContainerInstancesCount":0,"runningTasksCount":2,"pendingTasksCount":0,
         "activeServicesCount":1,"capacityProviders":["FARGATE"],"settings":[{"name":"containerInsights","value":"enabled"}],"tags":[{"key":"team","value":"shop"}]}],"failures":[]}
        """;

    // The second cluster is deleted between the calls.
    private static CannedCalls Clusters() => new CannedCalls()
        .Answer("ListClusters", List("clusterArns", [A], "t"), input => !input.ContainsKey("nextToken"))
        .Answer("ListClusters", List("clusterArns", [B]), input => (string?)input["nextToken"] == "t")
        .Answer("DescribeClusters", Described, input => Asks(input, "clusters", A))
        .Answer("DescribeClusters", $$"""{"clusters":[],"failures":[{"arn":"{{B}}","reason":"MISSING"}]}""", input => Asks(input, "clusters", B))
        .Answer("ListServices", List("serviceArns", [Api], "s"), input => (string?)input["cluster"] == A && !input.ContainsKey("nextToken"))
        .Answer("ListServices", List("serviceArns", [Job]), input => (string?)input["nextToken"] == "s")
        .Fail("ListServices", AwsErrorKind.Failed, "ClusterNotFoundException", input => (string?)input["cluster"] == B);

    private static bool Asks(JsonObject input, string list, string arn) => input[list]!.AsArray().Any(item => (string?)item == arn);

    private static string List(string name, string[] arns, string? token = null) =>
        new JsonObject { [name] = new JsonArray([.. arns.Select(arn => (JsonNode?)arn)]), ["nextToken"] = token }.ToJsonString();

    private static string Services(string arn) =>
        $$$"""
        {"services":[{"serviceArn":"{{{arn}}}","serviceName":"api","clusterArn":"{{{A}}}","status":"ACTIVE","desiredCount":3,"runningCount":2,"pendingCount":1,"launchType":"FARGATE",
         "platformVersion":"1.4.0","taskDefinition":"arn:task:1","createdAt":1767780000,"schedulingStrategy":"REPLICA","enableExecuteCommand":false,
         "loadBalancers":[{"targetGroupArn":"arn:tg"}]}],"failures":[]}
        """;
}
