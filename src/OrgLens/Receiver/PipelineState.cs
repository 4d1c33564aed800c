namespace OrgLens.Receiver;

/// <summary>How the pipeline is: what no failed load tells, because nothing arrived.</summary>
/// <param name="SilentAccounts">Accounts that have sent nothing for two days while others did, or never.</param>
/// <param name="StaleCollectors">Collectors of accounts that have not seen everything for two days.</param>
/// <param name="RejectedDocuments">Documents that were rejected in the last day.</param>
/// <param name="RejectedRows">Rows of other documents that were set aside in the last day.</param>
/// <param name="SnapshotAge">Age of the newest document; null: there is none.</param>
public sealed record PipelineState(long SilentAccounts, long StaleCollectors, long RejectedDocuments, long RejectedRows, TimeSpan? SnapshotAge);
