namespace OrgLens.Local.Simulation.Api.Protocols;

/// <summary>An answer as it goes over the wire.</summary>
internal sealed record ApiReply(int Status, string ContentType, byte[] Body)
{
    /// <summary>The error code, for protocols that have it in a header.</summary>
    public string? ErrorType { get; init; }
}
