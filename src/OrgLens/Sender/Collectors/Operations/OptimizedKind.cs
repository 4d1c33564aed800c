using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Operations;

/// <summary>A kind of resource that Compute Optimizer advises on.</summary>
/// <param name="ResourceType">Its name in the rows.</param>
/// <param name="Operation">Lists the advice.</param>
/// <param name="List">Name of the list in an answer.</param>
/// <param name="Options">Name of the list of options in an advice.</param>
/// <param name="Arn">Name of the resource's ARN in an advice.</param>
/// <param name="Name">Finds the resource's name in an advice.</param>
/// <param name="Current">Finds in an advice how large the resource is.</param>
/// <param name="Recommended">Finds in an option how large it should be.</param>
internal sealed record OptimizedKind(
    string ResourceType, AwsOperation Operation, string List, string Options, string Arn, Func<AwsValue, string?> Name, Func<AwsValue, OptimizedSize> Current,
    Func<AwsValue, OptimizedSize> Recommended)
{
    /// <summary>All kinds, each with what its caller must be allowed besides: to see the resources themselves.</summary>
    /// <remarks>https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscomputeoptimizer.html</remarks>
    public static readonly IReadOnlyList<OptimizedKind> All =
    [
        new(
            "EC2",
            Lists("GetEC2InstanceRecommendations", "ec2:DescribeInstances"),
            "instanceRecommendations",
            "recommendationOptions",
            "instanceArn",
            advice => advice.Text("instanceName"),
            advice => new OptimizedSize(advice.Text("currentInstanceType")),
            option => new OptimizedSize(option.Text("instanceType")))
        {
            HasPercentages = true,
        },
        new(
            "EBS",
            Lists("GetEBSVolumeRecommendations", "ec2:DescribeVolumes"),
            "volumeRecommendations",
            "volumeRecommendationOptions",
            "volumeArn",
            advice => advice.List("tags").FirstOrDefault(tag => tag.Text("key") == "Name").Text("value"),
            advice => Volume(advice.Child("currentConfiguration")),
            option => Volume(option.Child("configuration"))),
        new(
            "Lambda",
            Lists("GetLambdaFunctionRecommendations", "lambda:ListFunctions", "lambda:ListProvisionedConcurrencyConfigs"),
            "lambdaFunctionRecommendations",
            "memorySizeRecommendationOptions",
            "functionArn",
            advice => advice.Text("functionArn")?.Split(':').ElementAtOrDefault(6),
            advice => new OptimizedSize(Memory: advice.WholeNumber("currentMemorySize")),
            option => new OptimizedSize(Memory: option.WholeNumber("memorySize"))),
        new(
            "ASG",
            Lists("GetAutoScalingGroupRecommendations", "autoscaling:DescribeAutoScalingGroups"),
            "autoScalingGroupRecommendations",
            "recommendationOptions",
            "autoScalingGroupArn",
            advice => advice.Text("autoScalingGroupName"),
            advice => Group(advice.Child("currentConfiguration")),
            option => Group(option.Child("configuration")))
        {
            HasPercentages = true,
        },
    ];

    /// <summary>Whether the use of processor and memory is given in percent of what there is.</summary>
    public bool HasPercentages { get; private init; }

    private static AwsOperation Lists(string name, params IReadOnlyList<string> resourceActions) => AwsServices.ComputeOptimizer.Operation(name) with
    {
        Paging = AwsPaging.LowerNextToken(1000),
        IamActions = [$"compute-optimizer:{name}", .. resourceActions],
    };

    private static OptimizedSize Volume(AwsValue configuration) =>
        new(VolumeType: configuration.Text("volumeType"), VolumeSize: configuration.WholeNumber("volumeSize"));

    private static OptimizedSize Group(AwsValue configuration) =>
        new(configuration.Text("instanceType") ?? (configuration.Texts("mixedInstanceTypes") is { Count: > 0 } types ? string.Join(",", types) : null));
}
