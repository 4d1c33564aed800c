using System.Globalization;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Documents;

/// <summary>The section <c>service_resources</c>.</summary>
internal static class ResourceSection
{
    public static void Write(PythonJsonWriter json, SnapshotScope scope)
    {
        json.StartArray("service_resources");
        if (!scope.Fails(Outage.Resources))
        {
            foreach (var row in Rows(scope))
            {
                row.Write(json, scope.Estate.Region);
            }
        }

        json.EndArray();
    }

    private static IEnumerable<ResourceRow> Rows(SnapshotScope scope)
    {
        var (estate, day) = (scope.Estate, scope.Date);
        var zones = string.Join(',', estate.Zones);
        var instances = estate.Compute.Instances(day).Select(instance => new ResourceRow("EC2", "Instance", instance.Id, instance.Name)
        {
            Zone = instance.Zone,
            State = instance.IsRunning ? "running" : "stopped",
            InstanceType = instance.Type,
            VpcId = estate.VpcId,
        });
        var databases = estate.Storage.Databases(day).Select(database => new ResourceRow("RDS", "DBInstance", database.Id, database.Id)
        {
            Zone = database.Zone,
            State = database.Status,
            Engine = database.Engine,
            InstanceClass = database.Class,
            IsMultiAz = database.IsMultiAz,
        });
        // Buckets belong to the account: every Region's document lists all of them.
        var buckets = scope.Home.Storage.Buckets(day).Select(bucket => new ResourceRow("S3", "Bucket", bucket.Name, bucket.Name)
        {
            State = "Active",
            CreatedAt = bucket.CreatedAt.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        });
        var volumes = estate.Compute.Volumes(day).Select(volume => new ResourceRow("EBS", "Volume", volume.Id, "")
        {
            Zone = volume.Zone,
            State = volume.IsAttached ? "in-use" : "available",
            SizeGiB = volume.SizeGiB,
            VolumeType = volume.Type,
        });
        var balancers = estate.Compute.LoadBalancers(day).Select(balancer => new ResourceRow("ELB", "LoadBalancer", balancer.Name, balancer.Name)
        {
            Zone = zones,
            State = "active",
            Type = balancer.Kind,
            Scheme = balancer.Scheme,
        });
        var groups = estate.Compute.ScalingGroups(day).Select(group => new ResourceRow("AutoScaling", "AutoScalingGroup", group.Name, group.Name)
        {
            Zone = zones,
            State = group.Instances > 0 ? "Active" : "Inactive",
            Instances = group.Instances,
            Minimum = group.Minimum,
            Maximum = group.Maximum,
        });
        var subnets = estate.Storage.Subnets(day).Select(subnet => new ResourceRow("VPC", "Subnet", subnet.Id, "")
        {
            Zone = subnet.Zone,
            State = "available",
            VpcId = estate.VpcId,
            FreeAddresses = subnet.FreeAddresses,
        });
        // The reference puts a function's memory, architecture and ephemeral storage into columns that have other names.
        var functions = estate.Compute.Functions(day).Select(function => new ResourceRow("Lambda", "Function", function.Arn, function.Name)
        {
            Zone = "Generic",
            InstanceType = function.Runtime,
            VpcId = function.InVpc ? estate.VpcId : "",
            Engine = function.Runtime,
            InstanceClass = "",
            IsMultiAz = true,
            SizeFraction = function.MemoryMiB / 1024.0,
            VolumeType = "EphemeralStorage",
            CreatedAt = function.ModifiedAt.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture),
            Type = "Zip",
            Scheme = function.Architecture,
            Instances = 1,
            Maximum = 512,
        });
        return instances.Concat(databases).Concat(buckets).Concat(volumes).Concat(balancers).Concat(groups).Concat(subnets).Concat(functions);
    }
}
