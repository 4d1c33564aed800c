using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace OrgLens.Local.Simulation.Api.Protocols;

/// <summary>restJson: the operation is a path, input is in path, query string and a JSON body.</summary>
internal sealed class RestJsonProtocol : ApiProtocol
{
    private const string ContentType = "application/json";

    public override async Task<ApiRequest?> ReadAsync(HttpRequest request, ApiService service)
    {
        if (RestRoute.Find(request, service) is not { } found)
        {
            return null;
        }

        if (!found.Operation.IsSeeded)
        {
            foreach (var (name, value) in JsonText.Read(await BodyAsync(request)))
            {
                found.Input[name] = value?.DeepClone();
            }
        }

        return found;
    }

    public override ApiReply Write(ApiService service, ApiOperation operation, JsonObject answer) =>
        new(StatusCodes.Status200OK, ContentType, JsonText.Write(answer));

    public override ApiReply Write(ApiService service, ApiException error) =>
        new(error.Status ?? StatusOf(error.Code), ContentType, JsonText.Write(new JsonObject { ["message"] = error.Message })) { ErrorType = error.Code };

    protected override int StatusOf(string code) => code switch
    {
        "AccessDeniedException" or "InvalidAccessException" or "UnrecognizedClientException" => StatusCodes.Status403Forbidden,
        "ThrottlingException" or "TooManyRequestsException" => StatusCodes.Status429TooManyRequests,
        "ResourceNotFoundException" => StatusCodes.Status404NotFound,
        _ => base.StatusOf(code),
    };
}
