using System.Security.Cryptography;
using System.Text;

namespace StandIns.Aws.Tests.Wire;

/// <summary>Signature Version 4 from its public description, to check a signature with other code than the one that made it.</summary>
internal static class SigV4
{
    public static string Authorization(RecordedRequest request, string accessKey, string secretKey, string region, string service)
    {
        var signed = request.Headers["Authorization"].Split("SignedHeaders=")[1].Split(',')[0];
        var date = request.Headers["X-Amz-Date"];
        var scope = $"{date[..8]}/{region}/{service}/aws4_request";
        var headers = string.Concat(signed.Split(';').Select(name => $"{name}:{request.Headers[name].Trim()}\n"));
        var canonical = $"{request.Method}\n{request.Path}\n\n{headers}\n{signed}\n{Hex(SHA256.HashData(request.Body))}";
        var toSign = $"AWS4-HMAC-SHA256\n{date}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var key = new[] { date[..8], region, service, "aws4_request" }.Aggregate(Encoding.UTF8.GetBytes("AWS4" + secretKey), Hmac);
        return $"AWS4-HMAC-SHA256 Credential={accessKey}/{scope}, SignedHeaders={signed}, Signature={Hex(Hmac(key, toSign))}";
    }

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
