using System.Net;
using Amazon.RDSDataService;
using Amazon.RDSDataService.Model;
using Amazon.Runtime;
using StandIns.Aws.Tests.Wire;

namespace StandIns.Aws.Tests.RdsData;

public sealed class ErrorTests
{
    [Theory]
    [InlineData(403, "AccessDeniedException", typeof(AccessDeniedException))]
    [InlineData(400, "BadRequestException", typeof(BadRequestException))]
    [InlineData(400, "DatabaseErrorException", typeof(DatabaseErrorException))]
    [InlineData(404, "DatabaseNotFoundException", typeof(DatabaseNotFoundException))]
    [InlineData(400, "DatabaseResumingException", typeof(DatabaseResumingException))]
    [InlineData(403, "ForbiddenException", typeof(ForbiddenException))]
    [InlineData(400, "HttpEndpointNotEnabledException", typeof(HttpEndpointNotEnabledException))]
    [InlineData(400, "InvalidResourceStateException", typeof(InvalidResourceStateException))]
    [InlineData(400, "InvalidSecretException", typeof(InvalidSecretException))]
    [InlineData(404, "NotFoundException", typeof(NotFoundException))]
    [InlineData(400, "SecretsErrorException", typeof(SecretsErrorException))]
    [InlineData(400, "StatementTimeoutException", typeof(StatementTimeoutException))]
    [InlineData(404, "TransactionNotFoundException", typeof(TransactionNotFoundException))]
    [InlineData(400, "UnsupportedResultException", typeof(UnsupportedResultException))]
    public async Task Names_the_error_by_its_header_and_does_not_retry_it(int status, string errorType, Type expected)
    {
        var (exception, attempts) = await FailAsync(new CannedResponse(status, """{"message":"said so"}""", errorType));

        Assert.IsType(expected, exception);
        Assert.Equal("said so", exception.Message);
        Assert.Equal(errorType, exception.ErrorCode);
        Assert.Equal((HttpStatusCode)status, exception.StatusCode);
        Assert.Equal(1, attempts);
    }

    [Theory]
    [InlineData("BadRequestException:http://internal.amazon.com/coral/com.amazon.rdsdataservice/")]
    [InlineData("com.amazonaws.rdsdata#BadRequestException")]
    public async Task Strips_what_surrounds_the_code(string errorType)
    {
        var (exception, _) = await FailAsync(new CannedResponse(400, """{"Message":"no"}""", errorType));

        Assert.IsType<BadRequestException>(exception);
        Assert.Equal("no", exception.Message);
    }

    [Fact]
    public async Task Takes_the_code_from_the_body_where_the_header_is_missing()
    {
        var (exception, _) = await FailAsync(new CannedResponse(400, """{"__type":"DatabaseErrorException","message":"ERROR: deadlock detected; SQLState: 40P01"}"""));

        Assert.IsType<DatabaseErrorException>(exception);
    }

    [Fact]
    public async Task A_statement_timeout_carries_its_connection()
    {
        var (exception, _) = await FailAsync(new CannedResponse(400, """{"message":"timed out","dbConnectionId":4711}""", "StatementTimeoutException"));

        Assert.Equal(4711, Assert.IsType<StatementTimeoutException>(exception).DbConnectionId);
    }

    [Theory]
    [InlineData(503, "ServiceUnavailableError", typeof(ServiceUnavailableErrorException))]
    [InlineData(500, "InternalServerErrorException", typeof(InternalServerErrorException))]
    [InlineData(504, "DatabaseUnavailableException", typeof(DatabaseUnavailableException))]
    [InlineData(400, "ThrottlingException", typeof(AmazonRDSDataServiceException))]
    public async Task Gives_up_on_a_passing_failure_after_three_attempts(int status, string errorType, Type expected)
    {
        var (exception, attempts) = await FailAsync(new CannedResponse(status, """{"message":"later"}""", errorType));

        Assert.IsType(expected, exception);
        Assert.Equal(3, attempts);
    }

    [Fact]
    public async Task Retries_a_503_with_a_fresh_signature_and_the_same_body()
    {
        await using var server = new RecordingServer(new CannedResponse(503, "", "ServiceUnavailableError"), CannedResponse.Ok("""{"transactionId":"t"}"""));
        using var client = DataApi.Client(server);

        var response = await client.BeginTransactionAsync(new() { ResourceArn = "r" });

        Assert.Equal("t", response.TransactionId);
        Assert.Equal(["attempt=1; max=3", "attempt=2; max=3"], server.Requests.Select(r => r.Headers["amz-sdk-request"]));
        Assert.Equal(server.Requests[0].Body, server.Requests[1].Body);
        Assert.All(server.Requests, r => Assert.Equal(SigV4.Authorization(r, "AKIDEXAMPLE", "secret", "eu-west-1", "rds-data"), r.Headers["Authorization"]));
    }

    [Fact]
    public async Task An_answer_that_is_not_json_still_says_its_status()
    {
        var (exception, _) = await FailAsync(new CannedResponse(403, "<html>proxy</html>"));

        Assert.IsType<AmazonRDSDataServiceException>(exception);
        Assert.Equal(HttpStatusCode.Forbidden, exception.StatusCode);
    }

    private static async Task<(AmazonServiceException Exception, int Attempts)> FailAsync(CannedResponse answer)
    {
        await using var server = new RecordingServer(answer);
        using var client = DataApi.Client(server);
        var exception = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => client.ExecuteStatementAsync(new ExecuteStatementRequest { Sql = "select 1" }));
        return (exception, server.Requests.Count);
    }
}
