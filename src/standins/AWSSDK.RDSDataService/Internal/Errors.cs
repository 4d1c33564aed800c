using System.Text.Json;
using Amazon.RDSDataService.Model;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.RDSDataService;

internal static class Errors
{
    public static readonly ServiceErrors All = new ServiceErrors(
            e => new AmazonRDSDataServiceException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("AccessDeniedException", e => new AccessDeniedException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("BadRequestException", e => new BadRequestException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("DatabaseErrorException", e => new DatabaseErrorException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("DatabaseNotFoundException", e => new DatabaseNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("DatabaseResumingException", e => new DatabaseResumingException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("DatabaseUnavailableException", e => new DatabaseUnavailableException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("ForbiddenException", e => new ForbiddenException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("HttpEndpointNotEnabledException", e => new HttpEndpointNotEnabledException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("InternalServerErrorException", e => new InternalServerErrorException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("InvalidResourceStateException", e => new InvalidResourceStateException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("InvalidSecretException", e => new InvalidSecretException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("NotFoundException", e => new NotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("SecretsErrorException", e => new SecretsErrorException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("TransactionNotFoundException", e => new TransactionNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("UnsupportedResultException", e => new UnsupportedResultException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("ServiceUnavailableError", e => new ServiceUnavailableErrorException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("StatementTimeoutException", StatementTimeout);

    private static StatementTimeoutException StatementTimeout(ErrorResponse e, byte[] body)
    {
        var exception = new StatementTimeoutException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode);
        var json = new Utf8JsonReader(body);
        if (body.Length > 0 && json.Read())
        {
            json.ReadInto(exception, ReadConnection);
        }

        return exception;
    }

    private static bool ReadConnection(ref Utf8JsonReader json, StatementTimeoutException exception)
    {
        if (!json.ValueTextEquals("dbConnectionId"u8))
        {
            return false;
        }

        exception.DbConnectionId = json.Long();
        return true;
    }
}
