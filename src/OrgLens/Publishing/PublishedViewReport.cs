namespace OrgLens.Publishing;

/// <summary>What became of a view.</summary>
/// <param name="View">Its name.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Files">Files that were written: one for each partition that has rows.</param>
/// <param name="Bytes">Their size.</param>
/// <param name="Error">Why it was not published; null when it was.</param>
public sealed record PublishedViewReport(string View, long Rows, int Files, long Bytes, string? Error);
