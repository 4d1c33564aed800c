using System.Text.Json;
using Amazon.SQS.Model;
using Amazon.StandIns;

namespace Amazon.SQS;

internal static class MessageWriting
{
    private const int SizeBesidesBody = 512;

    public static int ExpectedSize(SendMessageRequest request) => SizeBesidesBody + BodySize(request.MessageBody);

    public static int ExpectedSize(SendMessageBatchRequest request)
    {
        var size = SizeBesidesBody;
        foreach (var entry in request.Entries ?? [])
        {
            size += SizeBesidesBody + BodySize(entry.MessageBody);
        }

        return size;
    }

    public static void Write(Utf8JsonWriter json, SendMessageRequest request)
    {
        json.Member("QueueUrl"u8, request.QueueUrl);
        json.Member("MessageBody"u8, request.MessageBody);
        json.Member("DelaySeconds"u8, request.DelaySeconds);
        json.Member("MessageAttributes"u8, request.MessageAttributes, Write);
        json.Member("MessageSystemAttributes"u8, request.MessageSystemAttributes, Write);
        json.Member("MessageDeduplicationId"u8, request.MessageDeduplicationId);
        json.Member("MessageGroupId"u8, request.MessageGroupId);
    }

    public static void Write(Utf8JsonWriter json, SendMessageBatchRequest request)
    {
        json.Member("QueueUrl"u8, request.QueueUrl);
        json.Member("Entries"u8, request.Entries, Write);
    }

    public static void Write(Utf8JsonWriter json, ReceiveMessageRequest request)
    {
        json.Member("QueueUrl"u8, request.QueueUrl);
        json.Member("AttributeNames"u8, request.AttributeNames, JsonWriting.TextValue);
        json.Member("MessageSystemAttributeNames"u8, request.MessageSystemAttributeNames, JsonWriting.TextValue);
        json.Member("MessageAttributeNames"u8, request.MessageAttributeNames, JsonWriting.TextValue);
        json.Member("MaxNumberOfMessages"u8, request.MaxNumberOfMessages);
        json.Member("VisibilityTimeout"u8, request.VisibilityTimeout);
        json.Member("WaitTimeSeconds"u8, request.WaitTimeSeconds);
        json.Member("ReceiveRequestAttemptId"u8, request.ReceiveRequestAttemptId);
    }

    public static void Write(Utf8JsonWriter json, DeleteMessageRequest request)
    {
        json.Member("QueueUrl"u8, request.QueueUrl);
        json.Member("ReceiptHandle"u8, request.ReceiptHandle);
    }

    public static void Write(Utf8JsonWriter json, DeleteMessageBatchRequest request)
    {
        json.Member("QueueUrl"u8, request.QueueUrl);
        json.Member("Entries"u8, request.Entries, Write);
    }

    public static void Write(Utf8JsonWriter json, ChangeMessageVisibilityRequest request)
    {
        json.Member("QueueUrl"u8, request.QueueUrl);
        json.Member("ReceiptHandle"u8, request.ReceiptHandle);
        json.Member("VisibilityTimeout"u8, request.VisibilityTimeout);
    }

    private static void Write(Utf8JsonWriter json, SendMessageBatchRequestEntry entry)
    {
        json.WriteStartObject();
        json.Member("Id"u8, entry.Id);
        json.Member("MessageBody"u8, entry.MessageBody);
        json.Member("DelaySeconds"u8, entry.DelaySeconds);
        json.Member("MessageAttributes"u8, entry.MessageAttributes, Write);
        json.Member("MessageSystemAttributes"u8, entry.MessageSystemAttributes, Write);
        json.Member("MessageDeduplicationId"u8, entry.MessageDeduplicationId);
        json.Member("MessageGroupId"u8, entry.MessageGroupId);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, DeleteMessageBatchRequestEntry entry)
    {
        json.WriteStartObject();
        json.Member("Id"u8, entry.Id);
        json.Member("ReceiptHandle"u8, entry.ReceiptHandle);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, MessageAttributeValue value) =>
        WriteAttribute(json, value.DataType, value.StringValue, value.BinaryValue, value.StringListValues, value.BinaryListValues);

    private static void Write(Utf8JsonWriter json, MessageSystemAttributeValue value) =>
        WriteAttribute(json, value.DataType, value.StringValue, value.BinaryValue, value.StringListValues, value.BinaryListValues);

    private static void WriteAttribute(Utf8JsonWriter json, string dataType, string text, MemoryStream binary, List<string> texts, List<MemoryStream> binaries)
    {
        json.WriteStartObject();
        json.Member("DataType"u8, dataType);
        json.Member("StringValue"u8, text);
        json.Member("BinaryValue"u8, binary);
        json.Member("StringListValues"u8, texts, JsonWriting.TextValue);
        json.Member("BinaryListValues"u8, binaries, JsonWriting.BlobValue);
        json.WriteEndObject();
    }

    // A body is JSON as a rule, and its quotes are escaped.
    private static int BodySize(string body) => body is null ? 0 : body.Length + (body.Length / 4);
}
