using Microsoft.AspNetCore.Http;

namespace OrgLens.Local.Gateway;

/// <summary>Who signed a request, and for which Region and service (<c>key/date/region/service/aws4_request</c>).</summary>
internal sealed record CredentialScope(string AccessKeyId, string Region, string Service)
{
    private const string Credential = "Credential=";

    /// <summary>The scope of the SigV4 signature; null for an unsigned request.</summary>
    public static CredentialScope? Of(HttpRequest request)
    {
        var scope = FromHeader(request.Headers.Authorization.ToString()) ?? request.Query["X-Amz-Credential"].ToString();
        var parts = scope.Split('/');
        return parts.Length >= 5 && parts[^1] == "aws4_request" ? new CredentialScope(parts[0], parts[^3], parts[^2]) : null;
    }

    private static string? FromHeader(string authorization)
    {
        var start = authorization.IndexOf(Credential, StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        start += Credential.Length;
        var end = authorization.IndexOf(',', start);
        return authorization[start..(end < 0 ? authorization.Length : end)];
    }
}
