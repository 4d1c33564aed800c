using System.Text;
using Microsoft.AspNetCore.Http;
using OrgLens.Local.Simulation.Api.Protocols;

namespace OrgLens.Local.Simulation.Api.Faults;

/// <summary>What a fault looks like to the caller.</summary>
internal static class Misfortune
{
    private const string Html = "<!DOCTYPE html>\n<html><head><title>Network sign-in</title></head><body><h1>Please sign in to use this network</h1></body></html>\n";

    /// <summary>The error that a service answers with; null where something else than an error happens.</summary>
    public static ApiException? ErrorOf(ApiFault fault, ApiCall call) => fault switch
    {
        ApiFault.DeniedByPolicy => Refusal.ByPolicy(call),
        ApiFault.DeniedByScp => Refusal.ByScp(call),
        ApiFault.Throttled => Refusal.Throttled(call),
        ApiFault.NotSubscribed => new ApiException(
            call.Service.Protocol is Ec2Protocol ? "OptInRequired" : "SubscriptionRequiredException", "The AWS Access Key Id needs a subscription for the service"),
        ApiFault.RegionDisabled => Refusal.UnknownCaller(call),
        ApiFault.AccountSuspended => call.Service.Protocol is Ec2Protocol
            ? new ApiException("Blocked", "This account is currently blocked and not recognized as a valid account. Please contact aws-verification@amazon.com if you have questions.")
            : Refusal.UnknownCaller(call),
        ApiFault.InternalError => new ApiException("InternalFailure", "An internal error occurred.") { Status = StatusCodes.Status500InternalServerError },
        ApiFault.Unavailable => new ApiException("ServiceUnavailable", "The service cannot handle the request.") { Status = StatusCodes.Status503ServiceUnavailable },
        _ => null,
    };

    /// <summary>Something that is no answer of the service at all; false where the service is still to answer.</summary>
    public static async Task<bool> StrikeAsync(ApiFault fault, HttpContext context)
    {
        switch (fault)
        {
            case ApiFault.NoAnswer:
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
                return true;
            case ApiFault.ConnectionReset:
                context.Abort();
                return true;
            case ApiFault.Html:
                await WriteAsync(context, StatusCodes.Status200OK, "text/html; charset=utf-8", Html);
                return true;
            case ApiFault.BadGateway:
                await WriteAsync(context, StatusCodes.Status502BadGateway, "text/html", "<html><body><h1>502 Bad Gateway</h1></body></html>");
                return true;
            case ApiFault.Malformed:
                await WriteAsync(context, StatusCodes.Status200OK, "application/x-amz-json-1.1", "{\"Items\": [{\"Id\": <");
                return true;
            case ApiFault.EmptyBody:
                await WriteAsync(context, StatusCodes.Status200OK, "application/x-amz-json-1.1", "");
                return true;
            default:
                return false;
        }
    }

    private static Task WriteAsync(HttpContext context, int status, string contentType, string text)
    {
        var body = Encoding.UTF8.GetBytes(text);
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
