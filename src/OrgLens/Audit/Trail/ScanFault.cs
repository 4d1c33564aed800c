namespace OrgLens.Audit.Trail;

/// <summary>What a scan could not use.</summary>
/// <param name="File">Key or path of the file.</param>
/// <param name="Position">Where the record begins in its text; null for the file as a whole.</param>
/// <param name="Reason">What is wrong, never a value.</param>
public sealed record ScanFault(string File, long? Position, string Reason);
