using Amazon.Runtime.Internal;
using Amazon.SQS.Model;
using Amazon.StandIns;

namespace Amazon.SQS;

internal static class Operations
{
    public static readonly InvokeOptions ChangeMessageVisibility = JsonOperation.Define<ChangeMessageVisibilityRequest, ChangeMessageVisibilityResponse>(
        Sqs.Model, "ChangeMessageVisibility", MessageWriting.Write, ResponseReading.ReadNothing, Errors.All);

    public static readonly InvokeOptions CreateQueue = JsonOperation.Define<CreateQueueRequest, CreateQueueResponse>(
        Sqs.Model, "CreateQueue", QueueWriting.Write, ResponseReading.Read, Errors.All);

    public static readonly InvokeOptions DeleteMessage = JsonOperation.Define<DeleteMessageRequest, DeleteMessageResponse>(
        Sqs.Model, "DeleteMessage", MessageWriting.Write, ResponseReading.ReadNothing, Errors.All);

    public static readonly InvokeOptions DeleteMessageBatch = JsonOperation.Define<DeleteMessageBatchRequest, DeleteMessageBatchResponse>(
        Sqs.Model, "DeleteMessageBatch", MessageWriting.Write, MessageReading.Read, Errors.All);

    public static readonly InvokeOptions GetQueueAttributes = JsonOperation.Define<GetQueueAttributesRequest, GetQueueAttributesResponse>(
        Sqs.Model, "GetQueueAttributes", QueueWriting.Write, ResponseReading.Read, Errors.All);

    public static readonly InvokeOptions GetQueueUrl = JsonOperation.Define<GetQueueUrlRequest, GetQueueUrlResponse>(
        Sqs.Model, "GetQueueUrl", QueueWriting.Write, ResponseReading.Read, Errors.All);

    public static readonly InvokeOptions ReceiveMessage = JsonOperation.Define<ReceiveMessageRequest, ReceiveMessageResponse>(
        Sqs.Model, "ReceiveMessage", MessageWriting.Write, MessageReading.Read, Errors.All);

    public static readonly InvokeOptions SendMessage = JsonOperation.Define<SendMessageRequest, SendMessageResponse>(
        Sqs.Model, "SendMessage", MessageWriting.Write, MessageReading.Read, Errors.All, MessageWriting.ExpectedSize);

    public static readonly InvokeOptions SendMessageBatch = JsonOperation.Define<SendMessageBatchRequest, SendMessageBatchResponse>(
        Sqs.Model, "SendMessageBatch", MessageWriting.Write, MessageReading.Read, Errors.All, MessageWriting.ExpectedSize);

    public static readonly InvokeOptions SetQueueAttributes = JsonOperation.Define<SetQueueAttributesRequest, SetQueueAttributesResponse>(
        Sqs.Model, "SetQueueAttributes", QueueWriting.Write, ResponseReading.ReadNothing, Errors.All);
}
