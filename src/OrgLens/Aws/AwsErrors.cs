using System.Collections.Frozen;
using System.Net;
using Amazon.Runtime;

namespace OrgLens.Aws;

/// <summary>Names what a failed call says.</summary>
/// <remarks>
/// Wording of denials: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html;
/// codes of all services: https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html
/// </remarks>
internal static class AwsErrors
{
    private static readonly FrozenSet<string> Denied = Set(
        "AccessDenied", "AccessDeniedException", "AccessDeniedFault", "UnauthorizedOperation", "Client.UnauthorizedOperation", "UnauthorizedException",
        "AuthorizationError", "AuthorizationErrorException", "AuthorizationException", "NotAuthorized", "NotAuthorizedException", "Forbidden",
        "ForbiddenException", "UnauthorizedAccess", "UnauthorizedAccessException", "InsufficientPrivilegesException");

    private static readonly FrozenSet<string> NotEnabled = Set(
        "OptInRequired", "OptInRequiredException", "NotSignedUp", "SubscriptionRequiredException", "SubscriptionRequired", "InvalidAccessException",
        "PendingVerification", "PendingVerificationException", "AWSOrganizationsNotInUseException");

    private static readonly FrozenSet<string> UnknownCredentials = Set("InvalidClientTokenId", "UnrecognizedClientException", "UnrecognizedClient", "AuthFailure");

    private static readonly FrozenSet<string> BadCredentials = Set(
        "ExpiredToken", "ExpiredTokenException", "RequestExpired", "SignatureDoesNotMatch", "InvalidSignatureException", "IncompleteSignature",
        "IncompleteSignatureException", "MissingAuthenticationToken", "MissingAuthenticationTokenException", "RequestTimeTooSkewed",
        // The account itself is blocked or closed.
        "Blocked", "InvalidAccessKeyId", "AccountProblem", "AllAccessDisabled");

    private static readonly FrozenSet<string> Throttled = Set(
        "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottled", "RequestThrottledException", "TooManyRequestsException",
        "TooManyRequests", "RequestLimitExceeded", "BandwidthLimitExceeded", "PriorRequestNotComplete", "SlowDown", "EC2ThrottledException",
        "ProvisionedThroughputExceededException", "TransactionInProgressException", "LimitExceededException");

    private static readonly FrozenSet<string> NotFound = Set("ResourceNotFoundException", "NotFoundException", "NotFound", "EntityNotFoundException", "ResourceNotFoundFault");

    private static readonly string[] OrganizationPolicies = ["service control policy", "resource control policy"];

    /// <summary>Describes a failure of a call.</summary>
    /// <returns>Null when the exception is none of a call: a defect, or a cancellation that was asked for.</returns>
    public static AwsCallException? Describe(Exception exception, AwsOperation operation, string region, CancellationToken asked) => exception switch
    {
        AmazonUnmarshallingException => new(operation, region, AwsErrorKind.Malformed, "Malformed", exception),
        AmazonServiceException service => OfService(service, operation, region),
        OperationCanceledException when asked.IsCancellationRequested => null,
        OperationCanceledException or TimeoutException => new(operation, region, AwsErrorKind.TimedOut, "Timeout", exception),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } =>
            new(operation, region, AwsErrorKind.RegionDisabled, "EndpointNotFound", exception),
        HttpRequestException or IOException => new(operation, region, AwsErrorKind.Unreachable, "Connection", exception),
        AmazonClientException { InnerException: { } inner } when Describe(inner, operation, region, asked) is { } described => described,
        // No credentials, or the rate limiter has no capacity left.
        AmazonClientException => new(operation, region, AwsErrorKind.Failed, "Client", exception),
        _ => null,
    };

    private static AwsCallException OfService(AmazonServiceException exception, AwsOperation operation, string region)
    {
        var code = exception.ErrorCode is { Length: > 0 } given ? given : null;
        var kind = KindOf(code, exception, region);
        return new AwsCallException(operation, region, kind, code ?? $"Http{(int)exception.StatusCode}", exception)
        {
            StatusCode = exception.StatusCode,
            RequestId = exception.RequestId,
            ServiceMessage = exception.Message,
        };
    }

    private static AwsErrorKind KindOf(string? code, AmazonServiceException exception, string region) => code switch
    {
        // Every service names its errors: what has none is a proxy's, a load balancer's or an emulator's.
        null => exception.StatusCode == HttpStatusCode.TooManyRequests ? AwsErrorKind.Throttled : AwsErrorKind.Malformed,
        "RegionDisabledException" => AwsErrorKind.RegionDisabled,
        _ when NotEnabled.Contains(code) => AwsErrorKind.NotEnabled,
        _ when Throttled.Contains(code) => AwsErrorKind.Throttled,
        _ when UnknownCredentials.Contains(code) => AwsPartition.IsOptIn(region) ? AwsErrorKind.RegionDisabled : AwsErrorKind.Failed,
        _ when BadCredentials.Contains(code) => AwsErrorKind.Failed,
        _ when NotFound.Contains(code) || exception.StatusCode == HttpStatusCode.NotFound || code.StartsWith("NoSuch", StringComparison.Ordinal)
            || code.EndsWith(".NotFound", StringComparison.Ordinal) => AwsErrorKind.NotFound,
        _ when Denied.Contains(code) || exception.StatusCode == HttpStatusCode.Forbidden =>
            OrganizationPolicies.Any(policy => exception.Message?.Contains(policy, StringComparison.OrdinalIgnoreCase) is true)
                ? AwsErrorKind.DeniedByScp
                : AwsErrorKind.DeniedByPolicy,
        _ => exception.StatusCode == HttpStatusCode.TooManyRequests ? AwsErrorKind.Throttled : AwsErrorKind.Failed,
    };

    private static FrozenSet<string> Set(params ReadOnlySpan<string> codes) => FrozenSet.Create(StringComparer.Ordinal, codes);
}
