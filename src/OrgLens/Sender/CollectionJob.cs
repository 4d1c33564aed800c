namespace OrgLens.Sender;

/// <summary>One collector in one Region.</summary>
/// <param name="Collector">What is collected.</param>
/// <param name="Region">Region, or <see cref="CoverageEntry.Global"/>.</param>
/// <param name="CallRegion">The Region that is called.</param>
/// <param name="IsRegionDisabled">The account has not opted into the Region: nothing is called.</param>
/// <param name="IsOverBudget">Its paid calls go over the run's budget: nothing is reserved for it, so that it gets only what others leave; its free calls are made.</param>
public sealed record CollectionJob(Collector Collector, string Region, string CallRegion, bool IsRegionDisabled, bool IsOverBudget);
