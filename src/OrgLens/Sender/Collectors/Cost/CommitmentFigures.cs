namespace OrgLens.Sender.Collectors.Cost;

/// <summary>How a reservation or a Savings Plan was used in the window.</summary>
/// <param name="Utilization">Part of it that was used, percent.</param>
/// <param name="OnDemandCost">What it was used for would have cost without it.</param>
/// <param name="Cost">What it cost.</param>
/// <param name="NetSavings">What it saved.</param>
internal sealed record CommitmentFigures(decimal? Utilization, decimal? OnDemandCost, decimal? Cost, decimal? NetSavings);
