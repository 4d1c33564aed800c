namespace OrgLens.Bench.Results;

/// <summary>A promise and what was measured of it.</summary>
/// <param name="Target">What was promised.</param>
/// <param name="Measured">What was measured.</param>
/// <param name="IsMet">Whether it is kept.</param>
internal sealed record TargetResult(string Target, string Measured, bool IsMet);
