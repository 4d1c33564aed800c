namespace OrgLens.Local.Simulation.Estate;

/// <summary>A resource as an inventory knows it.</summary>
internal sealed record OwnedResource(string Type, string Id, string Name, string Arn, string Region)
{
    public string? Zone { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public required IReadOnlyDictionary<string, string> Tags { get; init; }
}

/// <summary>Everything that an account owns in a Region, kind by kind.</summary>
internal static class OwnedResources
{
    public static IEnumerable<OwnedResource> All(RegionEstate estate, DateOnly day) =>
        Compute(estate, day).Concat(Storage(estate, day)).Concat(Secrets(estate, day)).Concat(Platform(estate));

    private static IEnumerable<OwnedResource> Compute(RegionEstate estate, DateOnly day)
    {
        OwnedResource Make(string type, string id, string name, string arn) => new(type, id, name, arn, estate.Region) { Tags = estate.Tags(name) };
        var instances = estate.Compute.Instances(day)
            .Select(instance => Make("AWS::EC2::Instance", instance.Id, instance.Name, estate.Arn("ec2", "instance/" + instance.Id)) with { Zone = instance.Zone });
        var volumes = estate.Compute.Volumes(day)
            .Select(volume => Make("AWS::EC2::Volume", volume.Id, "", estate.Arn("ec2", "volume/" + volume.Id)) with { Zone = volume.Zone });
        var groups = estate.Compute.ScalingGroups(day).Select(group => Make("AWS::AutoScaling::AutoScalingGroup", group.Name, group.Name, group.Arn(estate)));
        var balancers = estate.Compute.LoadBalancers(day).Select(balancer => Make("AWS::ElasticLoadBalancingV2::LoadBalancer", balancer.Arn(estate), balancer.Name, balancer.Arn(estate)));
        var functions = estate.Compute.Functions(day)
            .Select(function => Make("AWS::Lambda::Function", function.Name, function.Name, function.Arn) with { CreatedAt = function.ModifiedAt });
        return instances.Concat(volumes).Concat(groups).Concat(balancers).Concat(functions);
    }

    private static IEnumerable<OwnedResource> Storage(RegionEstate estate, DateOnly day)
    {
        OwnedResource Make(string type, string id, string name, string arn) => new(type, id, name, arn, estate.Region) { Tags = estate.Tags(name) };
        var databases = estate.Storage.Databases(day)
            .Select(database => Make("AWS::RDS::DBInstance", database.Id, database.Id, estate.Arn("rds", "db:" + database.Id)) with { Zone = database.Zone });
        var buckets = (estate.Region == estate.Account.Regions[0] ? estate.Storage.Buckets(day) : [])
            .Select(bucket => Make("AWS::S3::Bucket", bucket.Name, bucket.Name, "arn:aws:s3:::" + bucket.Name) with { CreatedAt = bucket.CreatedAt });
        var subnets = estate.Storage.Subnets(day)
            .Select(subnet => Make("AWS::EC2::Subnet", subnet.Id, "", estate.Arn("ec2", "subnet/" + subnet.Id)) with { Zone = subnet.Zone });
        return databases.Concat(buckets).Concat(subnets).Append(Make("AWS::EC2::VPC", estate.VpcId, "", estate.Arn("ec2", "vpc/" + estate.VpcId)));
    }

    private static IEnumerable<OwnedResource> Secrets(RegionEstate estate, DateOnly day)
    {
        OwnedResource Make(string type, string id, string name, string arn) => new(type, id, name, arn, estate.Region) { Tags = estate.Tags(name) };
        var keys = estate.Vault.Keys(day).Select(key => Make("AWS::KMS::Key", key.Id, "", estate.Arn("kms", "key/" + key.Id)) with { CreatedAt = key.CreatedAt });
        var secrets = estate.Vault.Secrets(day).Select(secret => Make("AWS::SecretsManager::Secret", secret.Arn(estate), secret.Name, secret.Arn(estate)) with { CreatedAt = secret.CreatedAt });
        var certificates = estate.Vault.Certificates(day).Select(certificate => estate.Arn("acm", "certificate/" + certificate.Id)).Select(arn => Make("AWS::ACM::Certificate", arn, "", arn));
        return keys.Concat(secrets).Concat(certificates);
    }

    private static IEnumerable<OwnedResource> Platform(RegionEstate estate)
    {
        OwnedResource Make(string type, string name, string arn) => new(type, name, name, arn, estate.Region) { Tags = estate.Tags(name) };
        var tables = estate.Platform.Tables.Select(table => Make("AWS::DynamoDB::Table", table.Name, estate.Arn("dynamodb", "table/" + table.Name)));
        var containers = estate.Platform.EcsClusters.Select(cluster => Make("AWS::ECS::Cluster", cluster, estate.Arn("ecs", "cluster/" + cluster)));
        var kubernetes = estate.Platform.EksClusters.Select(cluster => Make("AWS::EKS::Cluster", cluster.Name, estate.Arn("eks", "cluster/" + cluster.Name)));
        return tables.Concat(containers).Concat(kubernetes);
    }
}
