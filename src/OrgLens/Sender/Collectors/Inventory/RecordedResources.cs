using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Inventory;

/// <summary>What AWS Config records in a Region, by one query for all types.</summary>
/// <remarks>
/// https://docs.aws.amazon.com/config/latest/APIReference/API_SelectResourceConfig.html; properties by type:
/// https://github.com/awslabs/aws-config-resource-schema
/// </remarks>
internal static class RecordedResources
{
    public static readonly AwsOperation SelectResourceConfig = AwsServices.Config.Operation("SelectResourceConfig") with
    {
        Paging = new AwsPaging("NextToken", "NextToken", "Limit", 100),
    };

    // The same property means different things in different types: it is read where its meaning is known.
    private static readonly FrozenDictionary<string, (string Column, string Property)[]> Properties =
        new Dictionary<string, (string Column, string Property)[]>(StringComparer.Ordinal)
        {
            ["AWS::EC2::Instance"] = [("state", "state.name"), ("instance_type", "instanceType"), ("vpc_id", "vpcId")],
            ["AWS::EC2::Volume"] = [("state", "state.value"), ("size_gb", "size"), ("volume_type", "volumeType")],
            ["AWS::EC2::Subnet"] = [("state", "state.value"), ("vpc_id", "vpcId"), ("available_ip_count", "availableIpAddressCount")],
            ["AWS::EC2::SecurityGroup"] = [("vpc_id", "vpcId")],
            ["AWS::EC2::RouteTable"] = [("vpc_id", "vpcId")],
            ["AWS::EC2::NetworkInterface"] = [("vpc_id", "vpcId")],
            ["AWS::RDS::DBInstance"] =
            [
                ("state", "dBInstanceStatus"), ("instance_class", "dBInstanceClass"), ("engine", "engine"), ("vpc_id", "dBSubnetGroup.vpcId"),
                ("size_gb", "allocatedStorage"), ("volume_type", "storageType"), ("multi_az", "multiAZ"),
            ],
            ["AWS::RDS::DBCluster"] = [("state", "status"), ("engine", "engine"), ("multi_az", "multiAZ")],
            ["AWS::ElasticLoadBalancingV2::LoadBalancer"] = [("state", "state.code"), ("scheme", "scheme"), ("type", "type"), ("vpc_id", "vpcId")],
            ["AWS::ElasticLoadBalancing::LoadBalancer"] = [("scheme", "scheme")],
            ["AWS::AutoScaling::AutoScalingGroup"] = [("min_size", "minSize"), ("max_size", "maxSize")],
            ["AWS::Lambda::Function"] = [("state", "state.value"), ("engine", "runtime"), ("type", "packageType")],
        }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Numbers = FrozenSet.Create("size_gb", "min_size", "max_size", "available_ip_count");

    // Config keeps the compliance of each resource as a resource, too.
    private static readonly string Query =
        $"SELECT resourceId, resourceName, resourceType, availabilityZone, resourceCreationTime, {string.Join(", ", SelectedProperties())} "
        + "WHERE resourceType <> 'AWS::Config::ResourceCompliance' AND resourceType <> 'AWS::Config::ConformancePackCompliance'";

    /// <summary>Writes a row for each.</summary>
    public static async Task ListAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        await foreach (var result in run.ItemsAsync(SelectResourceConfig, "Results", new JsonObject { ["Expression"] = Query }, cancellationToken))
        {
            run.Write(row => WriteRow(row, Read(result)));
        }
    }

    private static IEnumerable<string> SelectedProperties() =>
        Properties.Values.SelectMany(properties => properties).Select(property => $"configuration.{property.Property}").Distinct().Order(StringComparer.Ordinal);

    private static void WriteRow(RowWriter row, AwsValue resource)
    {
        var type = resource.Text("resourceType");
        row.Text("resource_type", type);
        row.Text("resource_id", resource.Text("resourceId"));
        row.Text("resource_name", resource.Text("resourceName"));
        row.Text("availability_zone", resource.Text("availabilityZone"));
        row.Instant("creation_date", resource.Instant("resourceCreationTime"));
        foreach (var (column, property) in type is not null && Properties.TryGetValue(type, out var properties) ? properties : [])
        {
            var path = $"configuration.{property}";
            if (Numbers.Contains(column))
            {
                row.Number(column, resource.Number(path));
            }
            else if (column == "multi_az")
            {
                row.Flag(column, resource.Flag(path));
            }
            else
            {
                row.Text(column, resource.Text(path));
            }
        }
    }

    // Each result is a JSON document of its own, as text.
    private static AwsValue Read(AwsValue result)
    {
        try
        {
            using var document = JsonDocument.Parse(result.AsText ?? string.Empty);
            return new AwsValue(SelectResourceConfig, document.RootElement.Clone());
        }
        catch (JsonException)
        {
            throw new AwsAnswerException(SelectResourceConfig, "Results", "has a result that is no JSON");
        }
    }
}
