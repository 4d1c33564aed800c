namespace OrgLens.Local.Simulation;

/// <summary>The organization whose accounts a local cloud shows.</summary>
/// <param name="Plan">Its accounts, and the numbers they are drawn from.</param>
public sealed record SimulationOptions(SimulationPlan Plan)
{
    /// <summary>Where the time comes from.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Stops the time at an instant; null lets it go on.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>Whether the emulator gets what it is to answer for the accounts: buckets, tables, clusters.</summary>
    public bool IsSeeded { get; init; } = true;
}
