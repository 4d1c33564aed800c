using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace OrgLens.Local.Gateway;

/// <summary>A signed request that came to the local cloud, as far as it says who wants what.</summary>
/// <param name="AccessKeyId">Who signed it; a function signs by its own name.</param>
/// <param name="Service">The service that it was signed for, for example <c>sqs</c>.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Target">Path and query string, escaped as they were sent.</param>
/// <param name="Operation">The operation by its name, where header or form give one; REST protocols give none.</param>
/// <param name="CopySource">What an S3 copy copies from.</param>
public sealed record LocalRequest(string AccessKeyId, string Service, string Method, string Target, string? Operation, string? CopySource)
{
    private const string Form = "application/x-www-form-urlencoded";

    /// <summary>Reads it and leaves it to be read again; null: nobody has signed it.</summary>
    internal static async Task<LocalRequest?> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        if (CredentialScope.Of(request) is not { } scope)
        {
            return null;
        }

        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var operation = request.Headers["X-Amz-Target"].ToString() is { Length: > 0 } header ? header[(header.LastIndexOf('.') + 1)..] : await ActionAsync(request);
        return new LocalRequest(scope.AccessKeyId, scope.Service, request.Method, target, operation, request.Headers["x-amz-copy-source"].ToString() is { Length: > 0 } source ? source : null);
    }

    private static async Task<string?> ActionAsync(HttpRequest request)
    {
        if (request.ContentType?.StartsWith(Form, StringComparison.Ordinal) != true)
        {
            return null;
        }

        request.EnableBuffering();
        var form = await request.ReadFormAsync();
        request.Body.Position = 0;
        return form["Action"].ToString() is { Length: > 0 } action ? action : null;
    }
}
