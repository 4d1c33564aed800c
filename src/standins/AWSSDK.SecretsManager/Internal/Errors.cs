using Amazon.SecretsManager.Model;
using Amazon.StandIns;

namespace Amazon.SecretsManager;

internal static class Errors
{
    public static readonly ServiceErrors All = new ServiceErrors(
            e => new AmazonSecretsManagerException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("DecryptionFailure", e => new DecryptionFailureException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("EncryptionFailure", e => new EncryptionFailureException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("InternalServiceError", e => new InternalServiceErrorException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("InvalidParameterException", e => new InvalidParameterException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("InvalidRequestException", e => new InvalidRequestException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("LimitExceededException", e => new LimitExceededException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("MalformedPolicyDocumentException", e => new MalformedPolicyDocumentException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("PreconditionNotMetException", e => new PreconditionNotMetException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("ResourceExistsException", e => new ResourceExistsException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("ResourceNotFoundException", e => new ResourceNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));
}
