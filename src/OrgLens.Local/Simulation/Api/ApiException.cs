namespace OrgLens.Local.Simulation.Api;

/// <summary>A service refuses a call.</summary>
internal sealed class ApiException(string code, string message) : Exception(message)
{
    /// <summary>The error code, such as <c>ThrottlingException</c>.</summary>
    public string Code { get; } = code;

    /// <summary>The HTTP status; null: the protocol's usual one for such a code.</summary>
    public int? Status { get; init; }
}
