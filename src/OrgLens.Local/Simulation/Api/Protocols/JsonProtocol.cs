using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace OrgLens.Local.Simulation.Api.Protocols;

/// <summary>awsJson: the operation is in a header, input and output are JSON.</summary>
internal sealed class JsonProtocol(string contentType) : ApiProtocol
{
    public override async Task<ApiRequest?> ReadAsync(HttpRequest request, ApiService service)
    {
        var target = request.Headers["X-Amz-Target"].ToString();
        var dot = target.LastIndexOf('.');
        // Some SDKs write a service's prefix in full, others only its last part.
        if (dot < 0 || (target[..dot] != service.TargetPrefix && !service.TargetPrefix.EndsWith($".{target[..dot]}", StringComparison.Ordinal)))
        {
            return null;
        }

        var name = target[(dot + 1)..];
        return service.Operations.FirstOrDefault(operation => operation.Name == name) is { } found
            ? new ApiRequest(found, JsonText.Read(await BodyAsync(request)))
            : null;
    }

    public override ApiReply Write(ApiService service, ApiOperation operation, JsonObject answer) =>
        new(StatusCodes.Status200OK, contentType, JsonText.Write(answer));

    public override ApiReply Write(ApiService service, ApiException error) => new(
        error.Status ?? StatusOf(error.Code),
        contentType,
        JsonText.Write(new JsonObject { ["__type"] = error.Code, ["message"] = error.Message }));
}
