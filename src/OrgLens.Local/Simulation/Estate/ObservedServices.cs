namespace OrgLens.Local.Simulation.Estate;

/// <summary>A service that Application Signals has discovered.</summary>
internal sealed record ObservedService(string Name, string Platform, string Environment);

/// <summary>What Application Signals sees of the workloads of production accounts.</summary>
internal static class ObservedServices
{
    private static readonly string[] Parts = ["frontend", "api", "checkout", "search", "worker", "notifications", "billing"];

    public static IEnumerable<ObservedService> All(RegionEstate estate)
    {
        var isHome = estate.Region == estate.Account.Regions[0];
        var number = !estate.Account.IsProduction || !isHome || estate.Census.IsSteady ? 0 : 3 + estate.Stream.Child("signals").Int(0, Parts.Length - 2);
        return Parts.Take(number).Select((part, index) => index % 2 == 0
            ? new ObservedService($"{estate.Account.Slug}-{part}", "AWS::EKS", $"eks:{estate.Account.Slug}-eks/default")
            : new ObservedService($"{estate.Account.Slug}-{part}", "AWS::EC2", $"ec2:{estate.Account.Slug}-{part}"));
    }
}
