using Npgsql;

namespace OrgLens.Local.DataApi;

/// <summary>An answer other than success, in the words of the service.</summary>
internal sealed class DataApiException(int status, string? type, string message) : Exception(message)
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>The name of the exception in the service model; null where a layer in front of the service answers.</summary>
    public string? Type { get; } = type;

    /// <summary>The backend that still runs a statement that timed out.</summary>
    public long? ConnectionId { get; init; }

    public static DataApiException Validation(string message) => new(400, "ValidationException", message);

    public static DataApiException Malformed() => new(400, "SerializationException", "The request body is not well-formed.");

    public static DataApiException BadRequest(string message) => new(400, "BadRequestException", message);

    public static DataApiException RequestTooLarge() => new(413, null, "Request Entity Too Large");

    public static DataApiException UnsupportedResult(string message) => new(400, "UnsupportedResultException", message);

    public static DataApiException UnknownCluster(string arn) =>
        new(400, "HttpEndpointNotEnabledException", $"HttpEndpoint is not enabled for resource {arn}.");

    public static DataApiException SecretNotFound(string arn) =>
        new(400, "SecretsErrorException", $"Secrets Manager can't find the specified secret {arn}.");

    public static DataApiException InvalidSecret() =>
        new(400, "InvalidSecretException", "The secret must hold a JSON object with the members username and password.");

    public static DataApiException TransactionNotFound(string id, string cause) =>
        new(404, "TransactionNotFoundException", $"Transaction {id} is not found. {cause}");

    public static DataApiException TransactionBusy() => new(400, "DatabaseErrorException", "Transaction is still running a query");

    public static DataApiException StatementTimeout(long? connectionId) =>
        new(400, "StatementTimeoutException", "Request timed out") { ConnectionId = connectionId };

    public static DataApiException DatabaseResuming() =>
        new(400, "DatabaseResumingException",
            "The Aurora DB instance db-ORGLENSLOCAL is resuming after being auto-paused. Please wait a few seconds and try again.");

    public static DataApiException Throttled() => new(400, "ThrottlingException", "Rate exceeded");

    public static DataApiException Internal() => new(500, "InternalServerErrorException", "An internal error occurred.");

    public static DataApiException ServiceUnavailable() => new(503, "ServiceUnavailableError", "The service is not available.");

    public static DataApiException DatabaseUnavailable(string message) => new(504, "DatabaseUnavailableException", message);

    /// <summary>
    /// What PostgreSQL said, as the service for Aurora Serverless v2 renders it: detail and context are left out, and even what
    /// PostgreSQL calls FATAL (an unknown database) reads ERROR.
    /// </summary>
    public static DataApiException From(PostgresException error)
    {
        var hint = error.Hint is { Length: > 0 } text ? $"; Hint: {text}" : "";
        var position = error.Position > 0 ? $"; Position: {error.Position}" : "";
        return new(400, "DatabaseErrorException", $"ERROR: {error.MessageText}{hint}{position}; SQLState: {error.SqlState}");
    }
}
