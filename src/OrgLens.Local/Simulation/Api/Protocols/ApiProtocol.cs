using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace OrgLens.Local.Simulation.Api.Protocols;

/// <summary>One of the protocols of AWS: how a request says what it wants, and how answers and errors look.</summary>
internal abstract class ApiProtocol
{
    public static ApiProtocol Json10 { get; } = new JsonProtocol("application/x-amz-json-1.0");

    public static ApiProtocol Json11 { get; } = new JsonProtocol("application/x-amz-json-1.1");

    public static ApiProtocol RestJson { get; } = new RestJsonProtocol();

    public static ApiProtocol Query { get; } = new QueryProtocol();

    public static ApiProtocol Ec2 { get; } = new Ec2Protocol();

    public static ApiProtocol RestXml { get; } = new RestXmlProtocol();

    /// <summary>What somebody is told who lacks a permission.</summary>
    public virtual string DeniedCode => "AccessDeniedException";

    /// <summary>What somebody is told who asks too often.</summary>
    public virtual string ThrottledCode => "ThrottlingException";

    /// <summary>What somebody is told whose account or Region is not in use.</summary>
    public virtual string UnknownCallerCode => "UnrecognizedClientException";

    /// <summary>Which operation of the service a request calls, and with what; null when it is none that is known.</summary>
    /// <exception cref="ApiException">The request is malformed.</exception>
    public abstract Task<ApiRequest?> ReadAsync(HttpRequest request, ApiService service);

    /// <summary>The answer on the wire.</summary>
    public abstract ApiReply Write(ApiService service, ApiOperation operation, JsonObject answer);

    /// <summary>The error on the wire.</summary>
    public abstract ApiReply Write(ApiService service, ApiException error);

    /// <summary>The usual HTTP status of an error.</summary>
    protected virtual int StatusOf(string code) => code switch
    {
        _ when code.StartsWith("Internal", StringComparison.Ordinal) => StatusCodes.Status500InternalServerError,
        "ServiceUnavailable" or "ServiceUnavailableException" => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status400BadRequest,
    };

    /// <summary>The body of a request, which stays readable for those who come later.</summary>
    protected static async Task<byte[]> BodyAsync(HttpRequest request)
    {
        request.EnableBuffering();
        using var copy = new MemoryStream();
        await request.Body.CopyToAsync(copy, request.HttpContext.RequestAborted);
        request.Body.Position = 0;
        return copy.ToArray();
    }
}
