#nullable enable
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.StandIns;

/// <summary>Turns an error's code into the service's typed exception.</summary>
/// <param name="other">Makes the exception of codes that the service's model does not name.</param>
internal sealed class ServiceErrors(Func<ErrorResponse, AmazonServiceException> other)
{
    private readonly Dictionary<string, Func<ErrorResponse, byte[], AmazonServiceException>> byCode = new(StringComparer.Ordinal);

    public ServiceErrors Add(string code, Func<ErrorResponse, AmazonServiceException> create) => Add(code, (error, _) => create(error));

    /// <summary>For an exception that has members of its own, read from the response's body.</summary>
    public ServiceErrors Add(string code, Func<ErrorResponse, byte[], AmazonServiceException> create)
    {
        byCode.Add(code, create);
        return this;
    }

    /// <param name="error">What the body and the headers say.</param>
    /// <param name="queryError">Code;Fault that the service used before it spoke JSON: callers still compare with that code.</param>
    /// <param name="body">The response's body.</param>
    public AmazonServiceException Create(ErrorResponse error, string? queryError, byte[] body)
    {
        var known = error.Code is not null && byCode.TryGetValue(error.Code, out var create) ? create : null;
        if (queryError?.Split(';') is [{ Length: > 0 } code, var fault])
        {
            error.Code = code;
            error.Type = Enum.TryParse<ErrorType>(fault, ignoreCase: true, out var type) ? type : error.Type;
        }

        return known is null ? other(error) : known(error, body);
    }
}
