namespace OrgLens.Sender.Collectors.Cost;

/// <summary>A reservation or a Savings Plan.</summary>
/// <param name="Id">Its id.</param>
/// <param name="IsActive">Whether it is active now.</param>
/// <param name="Write">Writes what it is.</param>
internal sealed record Commitment(string Id, bool IsActive, Action<RowWriter> Write);
