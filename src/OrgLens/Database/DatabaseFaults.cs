using Amazon.RDSDataService.Model;
using Amazon.Runtime;

namespace OrgLens.Database;

/// <summary>Tells faults that pass from faults that stay.</summary>
/// <remarks>Errors: https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_ExecuteStatement.html#API_ExecuteStatement_Errors</remarks>
public static class DatabaseFaults
{
    private static readonly string[] ThrottlingCodes =
        ["ThrottlingException", "Throttling", "TooManyRequestsException", "RequestLimitExceeded", "SlowDown"];

    /// <summary>Names the fault behind an exception of a Data API call.</summary>
    public static DatabaseFault Classify(Exception exception) => exception switch
    {
        DatabaseResumingException => DatabaseFault.Resuming,
        StatementTimeoutException => DatabaseFault.StatementTimeout,
        TransactionNotFoundException => DatabaseFault.TransactionLost,
        ServiceUnavailableErrorException or InternalServerErrorException or DatabaseUnavailableException => DatabaseFault.Unavailable,
        AmazonServiceException service when ThrottlingCodes.Contains(service.ErrorCode, StringComparer.Ordinal) => DatabaseFault.Throttled,
        AmazonServiceException service => ClassifyMessage(service),
        HttpRequestException or IOException or TimeoutException => DatabaseFault.Unavailable,
        // The SDK reports its own request timeout as a cancellation that nobody asked for.
        TaskCanceledException { CancellationToken.IsCancellationRequested: false } => DatabaseFault.Unavailable,
        TaskCanceledException { InnerException: TimeoutException } => DatabaseFault.Unavailable,
        AmazonClientException { InnerException: HttpRequestException or IOException } => DatabaseFault.Unavailable,
        _ => DatabaseFault.Permanent,
    };

    private static DatabaseFault ClassifyMessage(AmazonServiceException exception)
    {
        var message = exception.Message ?? string.Empty;
        if (message.Contains("40P01", StringComparison.Ordinal) || message.Contains("deadlock detected", StringComparison.Ordinal))
        {
            return DatabaseFault.Deadlock;
        }

        if (message.Contains("40001", StringComparison.Ordinal) || message.Contains("could not serialize access", StringComparison.Ordinal))
        {
            return DatabaseFault.SerializationFailure;
        }

        // Before it had an exception of its own, an expired transaction was a bad request with this text.
        if (exception is BadRequestException && message.Contains("Transaction", StringComparison.Ordinal)
            && message.Contains("not found", StringComparison.OrdinalIgnoreCase))
        {
            return DatabaseFault.TransactionLost;
        }

        return (int)exception.StatusCode >= 500 ? DatabaseFault.Unavailable : DatabaseFault.Permanent;
    }
}
