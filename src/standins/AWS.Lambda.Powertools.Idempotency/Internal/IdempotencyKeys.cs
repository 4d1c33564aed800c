using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AWS.Lambda.Powertools.Idempotency.Exceptions;

namespace AWS.Lambda.Powertools.Idempotency.Internal;

internal static class IdempotencyKeys
{
    /// <summary>{prefix}#{hash of the payload}; without a prefix {function}.{method}#{hash}.</summary>
    public static string For(JsonElement payload, string keyPrefix, string methodName, IdempotencyOptions options)
    {
        if (IsMissing(payload))
        {
            if (options.ThrowOnNoIdempotencyKey)
            {
                throw new IdempotencyKeyException("No data found to create a hashed idempotency key");
            }

            Console.WriteLine("No data found to create a hashed idempotency key");
        }

        var function = Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_NAME") ?? "testFunction";
        var name = string.IsNullOrEmpty(keyPrefix) ? $"{function}.{methodName}" : keyPrefix;
        return $"{name}#{Hash(payload.ToString())}";
    }

    private static bool IsMissing(JsonElement payload) => payload.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => true,
        JsonValueKind.String => payload.ValueEquals(""),
        JsonValueKind.Array => payload.EnumerateArray().All(IsMissing),
        JsonValueKind.Object => !payload.EnumerateObject().Any(),
        _ => false,
    };

    [SuppressMessage("Security", "CA5351", Justification = "The published layout of the table names items by MD5; it is no protection.")]
    private static string Hash(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
}
