using Amazon.Runtime;
using OrgLens.Aws;

namespace OrgLens.Tests.Aws;

public sealed class AwsErrorsTests
{
    private static readonly AwsOperation ListKeys = AwsServices.Kms.Operation("ListKeys");

    public static TheoryData<Exception, AwsErrorKind, string> Failures => new()
    {
        { new HttpRequestException(HttpRequestError.NameResolutionError), AwsErrorKind.RegionDisabled, "EndpointNotFound" },
        { new HttpRequestException(HttpRequestError.SecureConnectionError), AwsErrorKind.Unreachable, "Connection" },
        { new IOException(), AwsErrorKind.Unreachable, "Connection" },
        { new AmazonClientException("m", new HttpRequestException()), AwsErrorKind.Unreachable, "Connection" },
        { new AmazonClientException("no credentials"), AwsErrorKind.Failed, "Client" },
        { new TaskCanceledException(), AwsErrorKind.TimedOut, "Timeout" },
        { new TimeoutException(), AwsErrorKind.TimedOut, "Timeout" },
        { new AmazonUnmarshallingException("r", "l", new FormatException()), AwsErrorKind.Malformed, "Malformed" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void Failures_without_an_answer_are_named(Exception exception, AwsErrorKind kind, string code)
    {
        var failure = AwsErrors.Describe(exception, ListKeys, "eu-west-1", CancellationToken.None);
        Assert.Equal((kind, code, "kms:ListKeys in eu-west-1: " + code), (failure!.Kind, failure.Code, failure.Message));
    }

    [Fact]
    public void A_cancellation_that_was_asked_for_and_a_defect_are_no_failures_of_a_call()
    {
        Assert.Null(AwsErrors.Describe(new OperationCanceledException(), ListKeys, "eu-west-1", new CancellationToken(canceled: true)));
        Assert.Null(AwsErrors.Describe(new InvalidOperationException(), ListKeys, "eu-west-1", CancellationToken.None));
    }
}
