using System.Text.Json.Nodes;
using OrgLens.Aws;
using OrgLens.Sender;
using OrgLens.Sender.Collectors.Operations;

namespace OrgLens.Tests.Sender.Collectors;

public sealed class ComputeOptimizerRecommendationsTests
{
    private const string Instance =
        """
        {"instanceRecommendations":[{"instanceArn":"arn:i-1","accountId":"111122223333","instanceName":"web","currentInstanceType":"m5.large","finding":"Overprovisioned",
          "utilizationMetrics":[{"name":"Memory","statistic":"Maximum","value":40.5},{"name":"Cpu","statistic":"Maximum","value":12.25}],
          "recommendationOptions":[{"instanceType":"m5.small","rank":2,"performanceRisk":3.0},
            {"instanceType":"t3.large","rank":1,"performanceRisk":1.0,"migrationEffort":"Low",
             "savingsOpportunity":{"savingsOpportunityPercentage":50.0,"estimatedMonthlySavings":{"currency":"USD","value":30.5}}}]}]
        """;

    private const string Others =
        """
        {"volumeRecommendations":[{"volumeArn":"arn:vol-1","accountId":"111122223333","finding":"NotOptimized","currentConfiguration":{"volumeType":"gp2","volumeSize":100},
          "tags":[{"key":"Name","value":"data"}],"utilizationMetrics":[{"name":"VolumeReadOpsPerSecond","statistic":"Maximum","value":1}],
          "volumeRecommendationOptions":[{"rank":1,"performanceRisk":0,"configuration":{"volumeType":"gp3","volumeSize":80}}]}],
         "lambdaFunctionRecommendations":[{"functionArn":"arn:aws:lambda:eu-west-1:111122223333:function:job:$LATEST","accountId":"111122223333","finding":"NotOptimized",
          "currentMemorySize":1024,"utilizationMetrics":[{"name":"Memory","statistic":"Average","value":300}],
          "memorySizeRecommendationOptions":[{"rank":1,"memorySize":512}]}],
         "autoScalingGroupRecommendations":[{"accountId":"111122223333","autoScalingGroupArn":"arn:asg","autoScalingGroupName":"workers","finding":"NotOptimized",
          "utilizationMetrics":[{"name":"Cpu","statistic":"Maximum","value":90}],"currentConfiguration":{"mixedInstanceTypes":["c5.large","c6i.large"]},
          "recommendationOptions":[{"rank":1,"migrationEffort":"VeryLow","configuration":{"instanceType":"c7g.large"}}]}]}
        """;

    private static readonly string[] Sizes =
    [
        "resource_type", "resource_name", "current_instance_type", "current_memory_size", "current_volume_type", "current_volume_size", "recommended_instance_type",
        "recommended_memory_size", "recommended_volume_type", "recommended_volume_size", "cpu_utilization_max", "memory_utilization_avg", "migration_effort",
    ];

    [Fact]
    public async Task Instances_have_their_use_and_the_best_option()
    {
        var collected = await Collected.RunAsync(ComputeOptimizerRecommendations.Collector, Calls());
        JsonAssert.Equal(
            """
            {"region":"eu-west-1","account_id":"111122223333","resource_type":"EC2","resource_arn":"arn:i-1","resource_name":"web","finding":"Overprovisioned",
             "current_instance_type":"m5.large","current_memory_size":null,"current_volume_type":null,"current_volume_size":null,
             "recommended_instance_type":"t3.large","recommended_memory_size":null,"recommended_volume_type":null,"recommended_volume_size":null,
             "savings_opportunity_percentage":50.0,"estimated_monthly_savings_usd":30.5,"performance_risk":1.0,"cpu_utilization_max":12.25,
             "memory_utilization_avg":40.5,"migration_effort":"Low"}
            """,
            collected.Rows("compute_optimizer")[0]);
        Assert.Equal((CoverageStatus.Complete, 5), (collected.Ended("compute_optimizer").Status, collected.Ended("compute_optimizer").Items));
    }

    [Fact]
    public async Task Volumes_functions_and_groups_are_named_and_sized()
    {
        var rows = (await Collected.RunAsync(ComputeOptimizerRecommendations.Collector, Calls())).Rows("compute_optimizer").Skip(2).ToList();
        Assert.Equal(
            ["EBS data gp2 100 gp3 80", "Lambda job 1024 512", "ASG workers c5.large,c6i.large c7g.large 90 VeryLow"],
            rows.Select(row => string.Join(' ', Sizes.Select(name => row![name]?.ToString()).OfType<string>())));
    }

    [Fact]
    public async Task One_kind_that_fails_on_its_second_page_leaves_the_others()
    {
        var calls = Rest(new CannedCalls()).Answer("GetEC2InstanceRecommendations", Instance + ",\"nextToken\":\"t\"}", First)
            .Fail("GetEC2InstanceRecommendations", AwsErrorKind.DeniedByPolicy, "AccessDeniedException", Later);
        var collected = await Collected.RunAsync(ComputeOptimizerRecommendations.Collector, calls);
        Assert.Equal(["EC2", "EBS", "Lambda", "ASG"], collected.Rows("compute_optimizer").Select(row => (string?)row!["resource_type"]));
        Assert.Equal(CoverageStatus.DeniedIam, collected.Ended("compute_optimizer").Status);
    }

    [Fact]
    public async Task A_resource_that_could_not_be_judged_is_a_gap()
    {
        var calls = Rest(new CannedCalls()).Answer("GetEC2InstanceRecommendations", """{"instanceRecommendations":[],"errors":[{"identifier":"i","code":"InternalError","message":"m"}]}""");
        var ended = (await Collected.RunAsync(ComputeOptimizerRecommendations.Collector, calls)).Ended("compute_optimizer");
        Assert.Equal((CoverageStatus.Failed, "compute-optimizer:GetEC2InstanceRecommendations InternalError"), (ended.Status, ended.Error));
    }

    [Fact]
    public async Task An_account_that_has_not_opted_in_is_not_enabled_and_asked_once()
    {
        var calls = new CannedCalls().Fail("GetEC2InstanceRecommendations", AwsErrorKind.NotEnabled, "OptInRequiredException");
        var ended = (await Collected.RunAsync(ComputeOptimizerRecommendations.Collector, calls)).Ended("compute_optimizer");
        Assert.Equal((CoverageStatus.NotEnabled, 1), (ended.Status, ended.Calls));
    }

    private static CannedCalls Calls() => Rest(new CannedCalls()).Answer("GetEC2InstanceRecommendations", Instance + ",\"nextToken\":\"t\"}", First)
        .Answer("GetEC2InstanceRecommendations", Instance + "}", Later);

    private static CannedCalls Rest(CannedCalls calls) => calls.Answer("GetEBSVolumeRecommendations", Others).Answer("GetLambdaFunctionRecommendations", Others)
        .Answer("GetAutoScalingGroupRecommendations", Others);

    private static bool First(JsonObject input) => !input.ContainsKey("nextToken");

    private static bool Later(JsonObject input) => input.ContainsKey("nextToken");
}
