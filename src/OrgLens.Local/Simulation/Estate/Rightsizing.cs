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
}

/// <summary>Compute Optimizer: instances, volumes and functions that are too large, and those that fit.</summary>
internal static class Rightsizing
{
    public static IEnumerable<Recommendation> Recommendations(RegionEstate estate, DateOnly day) =>
        estate.Compute.Instances(day).Select(instance => ForInstance(estate, instance))
            .Concat(estate.Compute.Volumes(day).Select(volume => ForVolume(estate, volume)))
            .Concat(estate.Compute.Functions(day).Select(function => ForFunction(estate, function)))
            .Take(estate.Census.Recommendations);

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
