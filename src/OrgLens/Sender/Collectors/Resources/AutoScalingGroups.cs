using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Resources;

/// <summary>Auto Scaling groups. One that has no instances is called inactive.</summary>
/// <remarks>https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_DescribeAutoScalingGroups.html</remarks>
internal static class AutoScalingGroups
{
    private static readonly AwsOperation DescribeAutoScalingGroups = AwsServices.AutoScaling.Operation("DescribeAutoScalingGroups") with
    {
        Paging = new AwsPaging("NextToken", "NextToken", "MaxRecords", 100),
    };

    public static readonly Collector Collector = new("autoscaling.autoscalinggroup", "service_resources")
    {
        Operations = [DescribeAutoScalingGroups],
        CollectAsync = CollectAsync,
    };

    private static async Task CollectAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        await foreach (var group in run.ItemsAsync(DescribeAutoScalingGroups, "AutoScalingGroups", null, cancellationToken))
        {
            run.Write(row =>
            {
                var instances = group.List("Instances");
                row.Identity("AutoScaling", "AutoScalingGroup", group.Text("AutoScalingGroupName"), group.Text("AutoScalingGroupName"));
                row.Text("availability_zone", string.Join(',', group.Texts("AvailabilityZones")));
                row.Text("state", instances.Count > 0 ? "Active" : "Inactive");
                row.Instant("creation_date", group.Instant("CreatedTime"));
                row.Number("instance_count", instances.Count);
                row.Number("min_size", group.Number("MinSize"));
                row.Number("max_size", group.Number("MaxSize"));
                row.Tags("tags", group.List("Tags"));
                row.Nested("details", details =>
                {
                    details.Text("arn", group.Text("AutoScalingGroupARN"));
                    details.Number("desired_capacity", group.Number("DesiredCapacity"));
                    details.Text("health_check_type", group.Text("HealthCheckType"));
                    details.Text("launch_template", LaunchTemplateOf(group));
                    details.Text("launch_configuration", group.Text("LaunchConfigurationName"));
                    details.Text("subnets", group.Text("VPCZoneIdentifier"));
                    // Only a group that is being deleted has one.
                    details.Text("status", group.Text("Status"));
                    details.Texts("instances", instances.Select(instance => instance.Text("InstanceId")).OfType<string>());
                });
            });
        }
    }

    private static string? LaunchTemplateOf(AwsValue group) =>
        group.Text("LaunchTemplate.LaunchTemplateName") ?? group.Text("MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateName");
}
