namespace OrgLens.Local.Simulation;

/// <summary>One account of the simulated organization.</summary>
public sealed record SimulatedAccount
{
    internal SimulatedAccount(SeededStream stream) => Stream = stream;

    /// <summary>The account id, 12 digits, often with leading zeros.</summary>
    public required string Id { get; init; }

    /// <summary>The account's name, such as <c>storefront-production</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The organizational unit that it lives in.</summary>
    public required string Unit { get; init; }

    /// <summary>The products that it runs, comma separated.</summary>
    public required string Product { get; init; }

    /// <summary><c>PRODUCTION</c>, <c>STAGING</c>, <c>UAT</c>, <c>TEST</c> or <c>DEVELOPMENT</c>.</summary>
    public required string Environment { get; init; }

    /// <summary><c>Internet</c>, <c>Intranet</c> or <c>Both</c>.</summary>
    public required string Category { get; init; }

    /// <summary>Who the account is run for.</summary>
    public required string Customer { get; init; }

    /// <summary>Who runs it.</summary>
    public required string Partner { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset JoinedAt { get; init; }

    /// <summary>The Regions that report; the first is its home.</summary>
    public required IReadOnlyList<string> Regions { get; init; }

    /// <summary>How large it is; 1 is a production account of medium size.</summary>
    public required double Size { get; init; }

    /// <summary>Whether its role lacks permissions and its support plan is the basic one.</summary>
    public required bool IsRestricted { get; init; }

    /// <summary>Everything about the account is drawn from here.</summary>
    internal SeededStream Stream { get; }

    internal bool IsProduction => Environment == "PRODUCTION";

    internal string Slug => Name.Split('-')[0];
}
