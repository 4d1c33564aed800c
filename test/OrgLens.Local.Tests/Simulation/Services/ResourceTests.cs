using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrgLens.Local.Tests.Simulation.Services;

/// <summary>Instances, volumes, subnets, databases, load balancers, scaling groups and functions.</summary>
public sealed class ResourceTests(SimulatedCloud cloud) : SimulationTest(cloud)
{
    [Fact]
    public async Task Instances_are_those_of_the_document()
    {
        var expected = Rows("EC2", row => Line(row, "resource_id", "resource_name", "state", "instance_type", "availability_zone", "vpc_id"));

        var reservations = await PagesAsync("ec2", "describe_instances", "Reservations", """{"MaxResults": 5}""");

        Assert.Equal(expected, reservations.SelectMany(reservation => reservation["Instances"]!.AsArray()).Select(instance => string.Join('|',
            instance!["InstanceId"], Name(instance), instance["State"]!["Name"], instance["InstanceType"], instance["Placement"]!["AvailabilityZone"], instance["VpcId"])).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Instances_can_be_chosen_by_filters_and_ids()
    {
        var all = await CallAsync("ec2", "describe_instances");
        var id = (string)all["Reservations"]![0]!["Instances"]![0]!["InstanceId"]!;

        var one = await CallAsync("ec2", "describe_instances", $$"""{"InstanceIds": ["{{id}}"]}""");
        var tagged = await CallAsync("ec2", "describe_instances", """{"Filters": [{"Name": "tag:team", "Values": ["nobody"]}, {"Name": "instance-state-name", "Values": ["running", "stopped"]}]}""");
        var unknown = await FailAsync("ec2", "describe_instances", """{"InstanceIds": ["i-0123456789abcdef0"]}""");
        var wrong = await FailAsync("ec2", "describe_instances", """{"Filters": [{"Name": "colour", "Values": ["red"]}]}""");

        Assert.Single(one["Reservations"]!.AsArray());
        Assert.Empty(tagged["Reservations"]!.AsArray());
        Assert.Equal(("InvalidInstanceID.NotFound", 400), (unknown.Code, unknown.Status));
        Assert.Equal("InvalidParameterValue", wrong.Code);
    }

    [Fact]
    public async Task Volumes_and_subnets_are_those_of_the_document()
    {
        var volumes = await PagesAsync("ec2", "describe_volumes", "Volumes", """{"MaxResults": 5}""");
        var subnets = await PagesAsync("ec2", "describe_subnets", "Subnets", """{"MaxResults": 5}""");

        Assert.Equal(
            Rows("EBS", row => Line(row, "resource_id", "state", "volume_type", "size_gb", "availability_zone")),
            volumes.Select(volume => string.Join('|', volume["VolumeId"], volume["State"], volume["VolumeType"], volume["Size"], volume["AvailabilityZone"])).Order(StringComparer.Ordinal));
        Assert.Equal(
            Rows("VPC", row => Line(row, "resource_id", "vpc_id", "available_ip_count", "availability_zone")),
            subnets.Select(subnet => string.Join('|', subnet["SubnetId"], subnet["VpcId"], subnet["AvailableIpAddressCount"], subnet["AvailabilityZone"])).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Regions_agree_with_those_of_the_account()
    {
        var enabled = await CallAsync("ec2", "describe_regions");
        var all = await CallAsync("ec2", "describe_regions", """{"AllRegions": true}""");

        Assert.InRange(enabled["Regions"]!.AsArray().Count, 17, 18);
        Assert.Equal(29, all["Regions"]!.AsArray().Count);
    }

    [Fact]
    public async Task Databases_are_those_of_the_document()
    {
        var large = Cloud.Api.Organization.Accounts.Where(account => !account.IsRestricted).MaxBy(account => account.Size)!;
        var answer = await CallAsync("rds", "describe_db_instances", """{"MaxRecords": 20}""", large);
        var unknown = await FailAsync("rds", "describe_db_instances", """{"DBInstanceIdentifier": "none"}""");

        Assert.Equal(
            Document(large).GetProperty("service_resources").EnumerateArray().Where(row => row.GetProperty("service_name").GetString() == "RDS")
                .Select(row => Line(row, "resource_id", "state", "engine", "instance_class", "availability_zone")).Order(StringComparer.Ordinal),
            answer["DBInstances"]!.AsArray().Select(database => string.Join('|',
                database!["DBInstanceIdentifier"], database["DBInstanceStatus"], database["Engine"], database["DBInstanceClass"], database["AvailabilityZone"])).Order(StringComparer.Ordinal));
        Assert.Equal(("DBInstanceNotFound", 404), (unknown.Code, unknown.Status));
    }

    [Fact]
    public async Task Load_balancers_are_those_of_the_document_and_classic_ones()
    {
        var answer = await PagesAsync("elbv2", "describe_load_balancers", "LoadBalancers", """{"PageSize": 1}""", "Marker", "NextMarker");
        var tags = await CallAsync("elbv2", "describe_tags", $$"""{"ResourceArns": ["{{answer[0]["LoadBalancerArn"]}}"]}""");
        var classic = await CallAsync("elb", "describe_load_balancers");
        var classicTags = await CallAsync("elb", "describe_tags", $$"""{"LoadBalancerNames": ["{{classic["LoadBalancerDescriptions"]![0]!["LoadBalancerName"]}}"]}""");

        Assert.Equal(
            Rows("ELB", row => Line(row, "resource_id", "type", "scheme", "state")),
            answer.Select(balancer => string.Join('|', balancer["LoadBalancerName"], balancer["Type"], balancer["Scheme"], balancer["State"]!["Code"])).Order(StringComparer.Ordinal));
        Assert.NotEmpty(tags["TagDescriptions"]![0]!["Tags"]!.AsArray());
        Assert.NotEmpty(classicTags["TagDescriptions"]![0]!["Tags"]!.AsArray());
    }

    [Fact]
    public async Task Scaling_groups_are_those_of_the_document()
    {
        var groups = await PagesAsync("autoscaling", "describe_auto_scaling_groups", "AutoScalingGroups", """{"MaxRecords": 1}""");

        Assert.Equal(
            Rows("AutoScaling", row => Line(row, "resource_id", "instance_count", "min_size", "max_size")),
            groups.Select(group => string.Join('|', group["AutoScalingGroupName"], group["Instances"]!.AsArray().Count, group["MinSize"], group["MaxSize"])).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Functions_are_those_of_the_document()
    {
        var functions = await PagesAsync("lambda", "list_functions", "Functions", """{"MaxItems": 3}""", "Marker", "NextMarker");
        var tags = await CallAsync("lambda", "list_tags", $$"""{"Resource": "{{functions[0]["FunctionArn"]}}"}""");

        Assert.Equal(
            Rows("Lambda", row => Line(row, "resource_id", "engine", "creation_date", "scheme")),
            functions.Select(function => string.Join('|', function["FunctionArn"], function["Runtime"], function["LastModified"], function["Architectures"]![0])).Order(StringComparer.Ordinal));
        Assert.Equal(Account.Environment, (string?)tags["Tags"]!["environment"]);
    }

    [Fact]
    public async Task Tags_of_all_functions_are_found_at_once()
    {
        var functions = await PagesAsync("lambda", "list_functions", "Functions", """{"MaxItems": 3}""", "Marker", "NextMarker");
        var tagged = await PagesAsync(
            "resourcegroupstaggingapi", "get_resources", "ResourceTagMappingList", """{"ResourceTypeFilters": ["lambda:function"], "ResourcesPerPage": 2}""", "PaginationToken");
        var elsewhere = await CallAsync("resourcegroupstaggingapi", "get_resources", """{"TagFilters": [{"Key": "team", "Values": ["nobody"]}]}""");
        var refused = await FailAsync("resourcegroupstaggingapi", "get_resources", """{"IncludeComplianceDetails": true}""");

        Assert.Equal(functions.Select(function => (string)function["FunctionArn"]!).Order(), tagged.Select(resource => (string)resource["ResourceARN"]!).Order());
        Assert.All(tagged, resource => Assert.Contains(resource["Tags"]!.AsArray(), tag => (string?)tag!["Key"] == "environment" && (string?)tag["Value"] == Account.Environment));
        Assert.Empty(elsewhere["ResourceTagMappingList"]!.AsArray());
        Assert.Equal("InvalidParameterException", refused.Code);
    }

    [Fact]
    public async Task Denied_resources_are_denied_in_the_words_of_the_service()
    {
        var throttled = new OrgLens.Local.Simulation.Api.Faults.ApiFaultRule { Fault = OrgLens.Local.Simulation.Api.Faults.ApiFault.DeniedByScp, Service = "ec2" };
        Cloud.Api.Faults.Add(throttled);
        var denied = await FailAsync("ec2", "describe_volumes");
        Cloud.Api.Faults.Reset();
        var disabled = await FailAsync("ec2", "describe_volumes", region: "ap-east-1");
        var query = await FailAsync("rds", "describe_db_instances", region: "ap-east-1");

        Assert.Equal(("UnauthorizedOperation", 403), (denied.Code, denied.Status));
        Assert.StartsWith("You are not authorized to perform this operation. User: arn:aws:sts::", denied.Message, StringComparison.Ordinal);
        Assert.Equal(("AuthFailure", 401), (disabled.Code, disabled.Status));
        Assert.Equal(("InvalidClientTokenId", 403), (query.Code, query.Status));
    }

    private List<string> Rows(string service, Func<JsonElement, string> select) =>
        [.. Document().GetProperty("service_resources").EnumerateArray().Where(row => row.GetProperty("service_name").GetString() == service).Select(select).Order(StringComparer.Ordinal)];

    private static string Line(JsonElement row, params string[] names) => string.Join('|', names.Select(name => row.GetProperty(name).ToString()));

    private static string Name(JsonNode resource) => resource["Tags"]!.AsArray().Where(tag => (string?)tag!["Key"] == "Name").Select(tag => (string)tag!["Value"]!).FirstOrDefault("");
}
