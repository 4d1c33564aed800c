using System.Text;
using Microsoft.AspNetCore.Http;

namespace OrgLens.Local.Lambda;

/// <summary>Lambda's Invoke operation over HTTP.</summary>
public sealed class InvokeApi(LambdaHost host)
{
    private const string Prefix = "/2015-03-31/functions/";
    private const string Suffix = "/invocations";
    private const int LargestPayload = 6 * 1024 * 1024;

    /// <summary>Whether a request invokes one of the host's functions.</summary>
    public bool Owns(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return HttpMethods.IsPost(request.Method) && FunctionOf(request.Path) is { } function && host.Has(function);
    }

    /// <summary>Invokes the function.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var function = FunctionOf(context.Request.Path)!;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        if (body.Length > LargestPayload)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            context.Response.Headers["x-amzn-ErrorType"] = "RequestTooLargeException";
            await context.Response.WriteAsJsonAsync(
                new LambdaError("RequestTooLargeException", $"Request must be smaller than {LargestPayload} bytes"),
                LambdaJson.Default.LambdaError,
                cancellationToken: context.RequestAborted);
            return;
        }

        var payload = body.Length == 0 ? "{}"u8.ToArray() : body.ToArray();
        switch (context.Request.Headers["X-Amz-Invocation-Type"].ToString())
        {
            case "DryRun":
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                break;
            case "Event":
                // Nobody waits for this one; its outcome is in the function's log.
                _ = host.InvokeAsync(function, payload, CancellationToken.None);
                context.Response.StatusCode = StatusCodes.Status202Accepted;
                break;
            default:
                await WriteAsync(context, await host.InvokeAsync(function, payload, context.RequestAborted));
                break;
        }
    }

    private static async Task WriteAsync(HttpContext context, InvocationResult result)
    {
        var headers = context.Response.Headers;
        headers["x-amzn-RequestId"] = result.RequestId;
        headers["X-Amz-Executed-Version"] = "$LATEST";
        if (result.FunctionError is { } error)
        {
            headers["X-Amz-Function-Error"] = error;
        }

        if (context.Request.Headers["X-Amz-Log-Type"] == "Tail")
        {
            headers["X-Amz-Log-Result"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(result.LogTail));
        }

        context.Response.ContentType = "application/json";
        context.Response.ContentLength = result.Payload.Length;
        await context.Response.Body.WriteAsync(result.Payload, context.RequestAborted);
    }

    /// <summary>The name in the path, which may be an ARN or carry a qualifier.</summary>
    private static string? FunctionOf(PathString path)
    {
        if (path.Value is not { } text || !text.StartsWith(Prefix, StringComparison.Ordinal) || !text.EndsWith(Suffix, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = text[Prefix.Length..^Suffix.Length].Split(':');
        return parts.Length > 6 && parts[0] == "arn" ? parts[6] : parts[0];
    }
}
