namespace OrgLens.Local.Simulation.Estate;

/// <summary>How many of everything an account has in one Region.</summary>
internal sealed record Census
{
    /// <summary>Resources that are there on the first day were made before this one.</summary>
    public required DateOnly Origin { get; init; }

    /// <summary>Nothing comes or goes: every day has the same rows.</summary>
    public bool IsSteady { get; init; }

    public required int Instances { get; init; }
    public required int Volumes { get; init; }
    public required int Databases { get; init; }
    public required int Buckets { get; init; }
    public required int LoadBalancers { get; init; }
    public required int ScalingGroups { get; init; }
    public required int Subnets { get; init; }
    public required int Functions { get; init; }
    public required int Findings { get; init; }
    public required int Threats { get; init; }
    public required int Vulnerabilities { get; init; }
    public required int Keys { get; init; }
    public required int Secrets { get; init; }
    public required int Certificates { get; init; }
    public required int WebAcls { get; init; }
    public required int Nodes { get; init; }
    public required int Applications { get; init; }
    public required int Patches { get; init; }
    public required int Evaluations { get; init; }
    public required int Recommendations { get; init; }

    /// <summary>An ordinary account; in a second Region it has a quarter of what it has at home.</summary>
    public static Census Of(SimulationPlan plan, SimulatedAccount account, bool isHome)
    {
        var size = account.Size * (isHome ? 1 : 0.25);
        int Scaled(double count) => Math.Max(1, (int)Math.Round(count * size));
        return new Census
        {
            Origin = plan.Start,
            Instances = Scaled(12),
            Volumes = Scaled(18),
            Databases = Scaled(3),
            Buckets = Scaled(7),
            LoadBalancers = Scaled(2),
            ScalingGroups = Scaled(2),
            Subnets = isHome ? 9 : 3,
            Functions = Scaled(9),
            Findings = Scaled(14),
            Threats = Scaled(2),
            Vulnerabilities = Scaled(5),
            Keys = Scaled(4),
            Secrets = Scaled(5),
            Certificates = Scaled(3),
            WebAcls = account.IsProduction && isHome ? 2 : 0,
            // The reference reads the first page of nodes only.
            Nodes = Math.Min(10, Scaled(10)),
            Applications = Scaled(70),
            Patches = Scaled(24),
            Evaluations = Scaled(30),
            Recommendations = int.MaxValue,
        };
    }

    /// <summary>A document for measurements.</summary>
    public static Census Of(SimulationPlan plan, RowCounts rows)
    {
        int Part(int percent) => Math.Max(1, rows.Resources * percent / 100);
        var census = new Census
        {
            Origin = plan.Start,
            IsSteady = true,
            Instances = Part(30),
            Volumes = 0,
            Databases = Part(4),
            Buckets = Part(5),
            LoadBalancers = Part(2),
            ScalingGroups = Part(2),
            Subnets = Part(5),
            Functions = Part(12),
            Findings = rows.Findings,
            Threats = 0,
            Vulnerabilities = rows.Vulnerabilities,
            Keys = rows.Keys,
            Secrets = rows.Keys,
            Certificates = rows.Keys,
            WebAcls = 0,
            Nodes = rows.Nodes,
            Applications = rows.Applications,
            Patches = rows.Patches,
            Evaluations = rows.Evaluations,
            Recommendations = rows.Recommendations,
        };
        var others = census.Instances + census.Databases + census.Buckets + census.LoadBalancers + census.ScalingGroups + census.Subnets + census.Functions;
        return census with { Volumes = rows.Resources - others };
    }
}
