namespace OrgLens.Bench.Reference;

/// <summary>What the Python receiver took for one document.</summary>
/// <param name="Seconds">From the start of its process to its end.</param>
/// <param name="Calls">Data API calls, counted at the endpoint.</param>
/// <param name="StoredRows">Rows in its tables afterwards.</param>
internal sealed record PythonFigures(double Seconds, long Calls, long StoredRows);
