using System.Text.Json;
using Amazon.SQS.Model;
using Amazon.StandIns;

namespace Amazon.SQS;

internal static class MessageReading
{
    public static bool Read(ref Utf8JsonReader json, SendMessageResponse response)
    {
        switch (json.GetString())
        {
            case "MessageId":
                response.MessageId = json.Text();
                return true;
            case "MD5OfMessageBody":
                response.MD5OfMessageBody = json.Text();
                return true;
            case "MD5OfMessageAttributes":
                response.MD5OfMessageAttributes = json.Text();
                return true;
            case "MD5OfMessageSystemAttributes":
                response.MD5OfMessageSystemAttributes = json.Text();
                return true;
            case "SequenceNumber":
                response.SequenceNumber = json.Text();
                return true;
            default:
                return false;
        }
    }

    public static bool Read(ref Utf8JsonReader json, SendMessageBatchResponse response)
    {
        switch (json.GetString())
        {
            case "Successful":
                response.Successful = json.List(static (ref Utf8JsonReader item) => item.ReadInto(new SendMessageBatchResultEntry(), Read));
                return true;
            case "Failed":
                response.Failed = json.List(ReadFailure);
                return true;
            default:
                return false;
        }
    }

    public static bool Read(ref Utf8JsonReader json, DeleteMessageBatchResponse response)
    {
        switch (json.GetString())
        {
            case "Successful":
                response.Successful = json.List(static (ref Utf8JsonReader item) => item.ReadInto(new DeleteMessageBatchResultEntry(), Read));
                return true;
            case "Failed":
                response.Failed = json.List(ReadFailure);
                return true;
            default:
                return false;
        }
    }

    public static bool Read(ref Utf8JsonReader json, ReceiveMessageResponse response)
    {
        if (!json.ValueTextEquals("Messages"u8))
        {
            return false;
        }

        response.Messages = json.List(static (ref Utf8JsonReader item) => item.ReadInto(new Message(), Read));
        return true;
    }

    private static bool Read(ref Utf8JsonReader json, SendMessageBatchResultEntry entry)
    {
        switch (json.GetString())
        {
            case "Id":
                entry.Id = json.Text();
                return true;
            case "MessageId":
                entry.MessageId = json.Text();
                return true;
            case "MD5OfMessageBody":
                entry.MD5OfMessageBody = json.Text();
                return true;
            case "MD5OfMessageAttributes":
                entry.MD5OfMessageAttributes = json.Text();
                return true;
            case "MD5OfMessageSystemAttributes":
                entry.MD5OfMessageSystemAttributes = json.Text();
                return true;
            case "SequenceNumber":
                entry.SequenceNumber = json.Text();
                return true;
            default:
                return false;
        }
    }

    private static bool Read(ref Utf8JsonReader json, DeleteMessageBatchResultEntry entry)
    {
        if (!json.ValueTextEquals("Id"u8))
        {
            return false;
        }

        entry.Id = json.Text();
        return true;
    }

    private static BatchResultErrorEntry ReadFailure(ref Utf8JsonReader json) => json.ReadInto(new BatchResultErrorEntry(), Read);

    private static bool Read(ref Utf8JsonReader json, BatchResultErrorEntry entry)
    {
        switch (json.GetString())
        {
            case "Id":
                entry.Id = json.Text();
                return true;
            case "Code":
                entry.Code = json.Text();
                return true;
            case "Message":
                entry.Message = json.Text();
                return true;
            case "SenderFault":
                entry.SenderFault = json.Flag();
                return true;
            default:
                return false;
        }
    }

    private static bool Read(ref Utf8JsonReader json, Message message)
    {
        switch (json.GetString())
        {
            case "MessageId":
                message.MessageId = json.Text();
                return true;
            case "ReceiptHandle":
                message.ReceiptHandle = json.Text();
                return true;
            case "Body":
                message.Body = json.Text();
                return true;
            case "MD5OfBody":
                message.MD5OfBody = json.Text();
                return true;
            case "MD5OfMessageAttributes":
                message.MD5OfMessageAttributes = json.Text();
                return true;
            case "Attributes":
                message.Attributes = json.Map(JsonReading.TextValue);
                return true;
            case "MessageAttributes":
                message.MessageAttributes = json.Map(static (ref Utf8JsonReader item) => item.ReadInto(new MessageAttributeValue(), Read));
                return true;
            default:
                return false;
        }
    }

    private static bool Read(ref Utf8JsonReader json, MessageAttributeValue value)
    {
        switch (json.GetString())
        {
            case "DataType":
                value.DataType = json.Text();
                return true;
            case "StringValue":
                value.StringValue = json.Text();
                return true;
            case "BinaryValue":
                value.BinaryValue = json.Blob();
                return true;
            case "StringListValues":
                value.StringListValues = json.List(JsonReading.TextValue);
                return true;
            case "BinaryListValues":
                value.BinaryListValues = json.List(JsonReading.BlobValue);
                return true;
            default:
                return false;
        }
    }
}
