using System.Net;

namespace OrgLens.Aws;

/// <summary>A call that failed. The message names the call and the error's code; what the service wrote is in <see cref="ServiceMessage"/>.</summary>
public sealed class AwsCallException : Exception
{
    /// <summary>Describes a failed call.</summary>
    public AwsCallException(AwsOperation operation, string region, AwsErrorKind kind, string code, Exception? innerException = null)
        : base($"{operation} in {region}: {code}", innerException)
    {
        Operation = operation;
        Region = region;
        Kind = kind;
        Code = code;
    }

    /// <summary>What was called.</summary>
    public AwsOperation Operation { get; }

    /// <summary>The Region that the work was for.</summary>
    public string Region { get; }

    /// <summary>What the failure says about the account.</summary>
    public AwsErrorKind Kind { get; }

    /// <summary>The service's error code, or a word of ours where it gave none.</summary>
    public string Code { get; }

    /// <summary>HTTP status; null when there was no answer.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The service's id of the request.</summary>
    public string? RequestId { get; init; }

    /// <summary>The service's words. May hold names of people and resources: never logged, never written to a document.</summary>
    public string? ServiceMessage { get; init; }
}
