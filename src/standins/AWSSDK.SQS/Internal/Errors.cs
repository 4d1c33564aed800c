using Amazon.SQS.Model;
using Amazon.StandIns;

namespace Amazon.SQS;

internal static class Errors
{
    public static readonly ServiceErrors All = new ServiceErrors(
            e => new AmazonSQSException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("BatchEntryIdsNotDistinct", e => new BatchEntryIdsNotDistinctException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("BatchRequestTooLong", e => new BatchRequestTooLongException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("EmptyBatchRequest", e => new EmptyBatchRequestException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("InvalidAddress", e => new InvalidAddressException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("InvalidAttributeName", e => new InvalidAttributeNameException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("InvalidAttributeValue", e => new InvalidAttributeValueException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("InvalidBatchEntryId", e => new InvalidBatchEntryIdException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("InvalidIdFormat", e => new InvalidIdFormatException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("InvalidMessageContents", e => new InvalidMessageContentsException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("InvalidSecurity", e => new InvalidSecurityException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("MessageNotInflight", e => new MessageNotInflightException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("OverLimit", e => new OverLimitException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("QueueDeletedRecently", e => new QueueDeletedRecentlyException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("QueueDoesNotExist", e => new QueueDoesNotExistException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("QueueNameExists", e => new QueueNameExistsException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("ReceiptHandleIsInvalid", e => new ReceiptHandleIsInvalidException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("RequestThrottled", e => new RequestThrottledException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("TooManyEntriesInBatchRequest", e => new TooManyEntriesInBatchRequestException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
        .Add("UnsupportedOperation", e => new UnsupportedOperationException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode));
}
