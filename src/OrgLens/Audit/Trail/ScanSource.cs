namespace OrgLens.Audit.Trail;

/// <summary>A trail file to scan.</summary>
/// <param name="Name">Its key or path.</param>
/// <param name="OpenAsync">Opens its stored bytes; null when it is not there any more.</param>
public sealed record ScanSource(string Name, Func<CancellationToken, Task<Stream?>> OpenAsync);
