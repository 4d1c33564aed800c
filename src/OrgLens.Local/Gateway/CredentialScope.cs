using Microsoft.AspNetCore.Http;

namespace OrgLens.Local.Gateway;

/// <summary>Reads from a signature which service a request is meant for.</summary>
internal static class CredentialScope
{
    private const string Credential = "Credential=";

    /// <summary>The service of the SigV4 credential scope (<c>key/date/region/service/aws4_request</c>); null for an unsigned request.</summary>
    public static string? ServiceOf(HttpRequest request)
    {
        var scope = FromHeader(request.Headers.Authorization.ToString()) ?? request.Query["X-Amz-Credential"].ToString();
        var parts = scope.Split('/');
        return parts.Length >= 5 && parts[^1] == "aws4_request" ? parts[^2] : null;
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
