using OrgLens.Local.Simulation.Estate;
using static OrgLens.Tests.Sender.Simulated.LoadedAccount;

namespace OrgLens.Tests.Sender.Simulated;

/// <summary>Every resource in the database is one of the simulated account, and the other way round.</summary>
public sealed class WholeRunResourceTests(LoadedAccount loaded) : IClassFixture<LoadedAccount>
{
    private static readonly DateOnly s_day = SimulatedRun.Today;

    [Fact]
    public Task Instances() => loaded.HoldsAsync(
        Resources("EC2", "Instance", "resource_id, resource_name, availability_zone, state, instance_type, vpc_id"),
        estate => estate.Compute.Instances(s_day).Select(instance => Line(
            estate.Region, Tags(estate.Tags(instance.Name)), instance.Id, instance.Name, instance.Zone, instance.IsRunning ? "running" : "stopped", instance.Type, estate.VpcId)));

    [Fact]
    public Task Volumes() => loaded.HoldsAsync(
        Resources("EBS", "Volume", "resource_id, availability_zone, state, size_gb, volume_type"),
        estate => estate.Compute.Volumes(s_day).Select(volume => Line(
            estate.Region, Tags(estate.Tags("")), volume.Id, volume.Zone, volume.IsAttached ? "in-use" : "available", volume.SizeGiB, volume.Type)));

    [Fact]
    public Task Subnets() => loaded.HoldsAsync(
        Resources("VPC", "Subnet", "resource_id, availability_zone, vpc_id, available_ip_count"),
        estate => estate.Storage.Subnets(s_day).Select(subnet => Line(estate.Region, Tags(estate.Tags("")), subnet.Id, subnet.Zone, estate.VpcId, subnet.FreeAddresses)));

    [Fact]
    public Task Databases() => loaded.HoldsAsync(
        Resources("RDS", "DBInstance", "resource_id, availability_zone, state, engine, instance_class, multi_az"),
        estate => estate.Storage.Databases(s_day).Select(database => Line(
            estate.Region, Tags(estate.Tags(database.Id)), database.Id, database.Zone, database.Status, database.Engine, database.Class, database.IsMultiAz)));

    [Fact]
    public Task Buckets_of_the_account_in_their_own_Region()
    {
        var settings = loaded.Home.Storage.BucketSettings.ToDictionary(bucket => bucket.Name);
        return loaded.HoldsAsync(
            Resources(
                "S3", "Bucket", "resource_id, t.region, (extract(epoch from creation_date))::bigint, details ->> 'encryption', details ->> 'versioning', details #>> '{public_access_block,block_public_acls}'"),
            loaded.Home.Storage.Buckets(s_day).Select(bucket => Line(
                "Global", Tags(loaded.Home.Tags("")), bucket.Name, loaded.Home.Region, bucket.CreatedAt.ToUnixTimeSeconds(),
                settings[bucket.Name].UsesKms ? "aws:kms" : "AES256", settings[bucket.Name].IsVersioned ? "Enabled" : "Unversioned", settings[bucket.Name].BlocksPublicAccess ? "true" : "false")));
    }

    [Fact]
    public Task Load_balancers_of_both_generations() => loaded.HoldsAsync(
        Resources("ELB", null, "resource_id, resource_type, type, scheme"),
        estate => estate.Compute.LoadBalancers(s_day)
            .Select(balancer => Line(estate.Region, Tags(estate.Tags(balancer.Name)), balancer.Name, "LoadBalancer", balancer.Kind, balancer.Scheme))
            .Concat(estate.Compute.ClassicLoadBalancers.Select(balancer => Line(
                estate.Region, Tags(estate.Tags(balancer.Name)), balancer.Name, "ClassicLoadBalancer", balancer.Kind, balancer.Scheme))));

    [Fact]
    public Task Scaling_groups() => loaded.HoldsAsync(
        Resources("AutoScaling", "AutoScalingGroup", "resource_id, instance_count, min_size, max_size"),
        estate => estate.Compute.ScalingGroups(s_day).Select(group => Line(estate.Region, Tags(estate.Tags(group.Name)), group.Name, group.Instances, group.Minimum, group.Maximum)));

    [Fact]
    public Task Functions() => loaded.HoldsAsync(
        Resources("Lambda", "Function", "resource_id, resource_name, engine, size_gb, scheme, vpc_id, (extract(epoch from creation_date) * 1000)::bigint"),
        estate => estate.Compute.Functions(s_day).Select(function => Line(
            estate.Region, Tags(estate.Tags(function.Name)), function.Arn, function.Name, function.Runtime, function.MemoryMiB / 1024m, function.Architecture,
            function.InVpc ? estate.VpcId : "", function.ModifiedAt)));

    [Fact]
    public Task Tables() => loaded.HoldsAsync(
        Resources("DynamoDB", "Table", "resource_id, state, details ->> 'billing_mode', details ->> 'deletion_protection'"),
        estate => estate.Platform.Tables.Select(table => Line(
            estate.Region, Tags(estate.Tags(table.Name)), table.Name, "ACTIVE", table.IsProvisioned ? "PROVISIONED" : "PAY_PER_REQUEST", table.IsProtected ? "true" : "false")));

    [Fact]
    public Task Clusters() => loaded.HoldsAsync(
        "select c.region, t.service_name, t.resource_name, t.state from service_resources t join collections c on c.id = t.collection_id where t.resource_type = 'Cluster'",
        estate => estate.Platform.EcsClusters.Select(name => Line(estate.Region, "ECS", name, "ACTIVE"))
            .Concat(estate.Platform.EksClusters.Select(cluster => Line(estate.Region, "EKS", cluster.Name, "ACTIVE"))));

    [Fact]
    public async Task No_other_kind_of_resource() => Assert.Equal(
        ["AutoScalingGroup", "Bucket", "ClassicLoadBalancer", "Cluster", "DBInstance", "Function", "Instance", "LoadBalancer", "Subnet", "Table", "Volume"],
        await loaded.Database.RowsAsync("select distinct resource_type from service_resources order by 1"));

    [Fact]
    public Task Everything_that_Config_has_recorded() => loaded.HoldsAsync(
        "select c.region, t.resource_type, t.resource_id from config_inventory t join collections c on c.id = t.collection_id",
        estate => OwnedResources.All(estate, s_day).Select(resource => Line(estate.Region, resource.Type, resource.Id)));

    [Fact]
    public Task Managed_nodes_also_those_outside_EC2() => loaded.HoldsAsync(
        "select c.region, t.instance_id, t.instance_type, t.platform, t.agent_version, t.is_latest_version, t.ping_status, t.association_status, "
        + "(extract(epoch from t.last_ping_date_time) * 1000)::bigint from inventory_instances t join collections c on c.id = t.collection_id",
        estate => estate.Nodes.Registered(SimulatedRun.Yesterday).Select(node => Line(
            estate.Region, node.Instance.Id, node.IsHybrid ? "ManagedInstance" : "EC2Instance", node.PlatformName, node.AgentVersion, node.IsUpToDate,
            node.IsOnline ? "Online" : "ConnectionLost", node.AssociationStatus, node.PingedAt)));

    [Fact]
    public Task Software_of_every_node() => loaded.HoldsAsync(
        "select n.instance_id, t.name, t.version from inventory_applications t join inventory_instances n on n.id = t.instance_id",
        estate => estate.Nodes.Registered(SimulatedRun.Yesterday)
            .SelectMany(node => estate.Nodes.ApplicationsOf(node, SimulatedRun.Yesterday).Select(application => Line(node.Instance.Id, application.Name, application.Version))));

    [Fact]
    public Task Patches_of_every_node_those_it_lacks_too() => loaded.HoldsAsync(
        "select n.instance_id, t.title, t.classification, t.severity, upper(t.state), (extract(epoch from t.installed_time) * 1000)::bigint "
        + "from inventory_patches t join inventory_instances n on n.id = t.instance_id",
        estate => estate.Nodes.Registered(SimulatedRun.Yesterday).SelectMany(node => PatchLevel.Of(estate, node, SimulatedRun.Yesterday)
            .Select(patch => Line(node.Instance.Id, patch.Title, patch.Classification, patch.Severity, patch.State, patch.InstalledAt))));

    private static string Resources(string service, string? type, string columns) =>
        $"""
        select c.region, (select string_agg(tag ->> 'Key' || '=' || (tag ->> 'Value'), ',' order by tag ->> 'Key' collate "C") from jsonb_array_elements(t.tags) tag), {columns}
        from service_resources t join collections c on c.id = t.collection_id
        where t.service_name = '{service}' {(type is null ? "" : $"and t.resource_type = '{type}'")}
        """.Replace("size_gb", "trim_scale(size_gb)", StringComparison.Ordinal);
}
