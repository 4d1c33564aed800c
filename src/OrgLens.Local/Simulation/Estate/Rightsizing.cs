namespace OrgLens.Local.Simulation.Estate;

/// <summary>A Compute Optimizer recommendation; what does not apply to the kind of resource is null.</summary>
internal sealed record Recommendation(string Kind, string Arn, string? Name, string Finding)
{
    public string? InstanceType { get; init; }
    public int? MemoryMiB { get; init; }
    public string? VolumeType { get; init; }
    public int? VolumeGiB { get; init; }
    public string? BetterInstanceType { get; init; }
    public int? BetterMemoryMiB { get; init; }
    public string? BetterVolumeType { get; init; }
    public double? SavingsPercent { get; init; }
    public double? MonthlySavings { get; init; }
    public double? Risk { get; init; }

    /// <summary>Scaling groups: their size.</summary>
    public int? Capacity { get; init; }
    public int? Minimum { get; init; }
    public int? Maximum { get; init; }

    /// <summary>The highest use of the processor in two weeks, in percent.</summary>
    public double CpuMaximum => Draw.Child("cpu").Int(300, 9900) / 100.0;

    /// <summary>The highest use of memory in two weeks, in percent.</summary>
    public double MemoryMaximum => Draw.Child("memory").Int(1500, 9500) / 100.0;

    private SeededStream Draw => new SeededStream(0).Child(Arn);
}

/// <summary>Compute Optimizer: instances, volumes and functions that are too large, and those that fit.</summary>
internal static class Rightsizing
{
    public static IEnumerable<Recommendation> Recommendations(RegionEstate estate, DateOnly day) =>
        estate.Compute.Instances(day).Select(instance => ForInstance(estate, instance))
            .Concat(estate.Compute.Volumes(day).Select(volume => ForVolume(estate, volume)))
            .Concat(estate.Compute.Functions(day).Select(function => ForFunction(estate, function)))
            .Take(estate.Census.Recommendations);

    /// <summary>Scaling groups, which the reference doesn't ask about.</summary>
    public static IEnumerable<Recommendation> ForGroups(RegionEstate estate, DateOnly day) => estate.Compute.ScalingGroups(day).Select(group =>
    {
        var draw = estate.Stream.Child("rightsizing").Child(group.Arn(estate));
        var result = new Recommendation("AutoScaling", group.Arn(estate), group.Name, draw.Chance(0.5) ? "Optimized" : "NotOptimized")
        {
            InstanceType = "m6i.large",
            Capacity = group.Instances,
            Minimum = group.Minimum,
            Maximum = group.Maximum,
        };
        return result.Finding == "Optimized" ? result : result with { BetterInstanceType = "m7g.large", SavingsPercent = Math.Round(draw.Between(8, 30), 2), MonthlySavings = Math.Round(draw.Between(5, 60), 2), Risk = 1 };
    });

    private static Recommendation ForInstance(RegionEstate estate, Instance instance)
    {
        var draw = estate.Stream.Child("rightsizing").Child(instance.Id);
        var finding = draw.Pick(["Optimized", "Optimized", "Overprovisioned", "OVER_PROVISIONED", "Underprovisioned"]);
        var result = new Recommendation("EC2", estate.Arn("ec2", "instance/" + instance.Id), instance.Name, finding) { InstanceType = instance.Type };
        return finding == "Optimized" ? result : result with
        {
            BetterInstanceType = finding == "Underprovisioned" ? "m7g.xlarge" : "m7g.medium",
            SavingsPercent = finding == "Underprovisioned" ? 0 : Math.Round(draw.Between(10, 55), 2),
            MonthlySavings = finding == "Underprovisioned" ? 0 : Math.Round(draw.Between(8, 140), 6),
            Risk = draw.Int(0, 5),
        };
    }

    private static Recommendation ForVolume(RegionEstate estate, Volume volume)
    {
        var result = new Recommendation("EBS", estate.Arn("ec2", "volume/" + volume.Id), null, volume.Type == "gp2" ? "NotOptimized" : "Optimized")
        {
            VolumeType = volume.Type,
            VolumeGiB = volume.SizeGiB,
            BetterVolumeType = "gp3",
            Risk = 1,
        };
        return volume.Type == "gp2" ? result with { SavingsPercent = 20, MonthlySavings = Math.Round(volume.SizeGiB * 0.024, 2) } : result;
    }

    private static Recommendation ForFunction(RegionEstate estate, Function function)
    {
        var draw = estate.Stream.Child("rightsizing").Child(function.Name);
        var isTooLarge = function.MemoryMiB >= 1024 && draw.Chance(0.7);
        var result = new Recommendation("Lambda", function.Arn, null, isTooLarge ? "NotOptimized" : draw.Chance(0.2) ? "Unavailable" : "Optimized") { MemoryMiB = function.MemoryMiB };
        return isTooLarge ? result with { BetterMemoryMiB = function.MemoryMiB / 2, SavingsPercent = Math.Round(draw.Between(20, 50), 2), MonthlySavings = Math.Round(draw.Between(0.1, 6), 2) } : result;
    }
}
