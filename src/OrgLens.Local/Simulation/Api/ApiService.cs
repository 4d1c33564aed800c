using OrgLens.Local.Simulation.Api.Protocols;

namespace OrgLens.Local.Simulation.Api;

/// <summary>A service of AWS that is simulated: how it is spoken to and what it can do.</summary>
/// <param name="SigningName">The service in a signature's credential scope.</param>
/// <param name="Protocol">How requests and answers look.</param>
/// <param name="Operations">What is answered, or seeded into the emulator and only watched over.</param>
internal sealed record ApiService(string SigningName, ApiProtocol Protocol, IReadOnlyList<ApiOperation> Operations)
{
    /// <summary>What an SDK calls the service where that differs from <see cref="SigningName"/>.</summary>
    public string? Id { get; init; }

    /// <summary>The prefix of its actions in IAM policies.</summary>
    public string IamPrefix { get; init; } = SigningName;

    /// <summary>JSON protocols: what stands before the operation in <c>X-Amz-Target</c>.</summary>
    public string TargetPrefix { get; init; } = "";

    /// <summary>Query protocols: the version that requests name; two services share a signing name and differ here.</summary>
    public string Version { get; init; } = "";

    /// <summary>XML protocols: the namespace of answers.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>XML protocols: what the elements of a list are called where the protocol's usual name is not used.</summary>
    public IReadOnlyDictionary<string, string> ItemNames { get; init; } = new Dictionary<string, string>();

    /// <summary>The error code for input that is out of range.</summary>
    public string BadInput { get; init; } = "ValidationException";

    /// <summary>The error code for a page token that was never handed out.</summary>
    public string? BadToken { get; init; }

    /// <summary>The error code of an account that asks too often, where the protocol's usual one is not used.</summary>
    public string? ThrottledCode { get; init; }

    /// <summary>Whether the account that runs the local cloud gets answers too; it belongs to the organization but owns nothing in it.</summary>
    public bool ServesHub { get; init; }
}
