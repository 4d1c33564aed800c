using System.Text.Json;
using Amazon.SQS.Model;
using Amazon.StandIns;

namespace Amazon.SQS;

internal static class QueueWriting
{
    public static void Write(Utf8JsonWriter json, CreateQueueRequest request)
    {
        json.Member("QueueName"u8, request.QueueName);
        json.Member("Attributes"u8, request.Attributes, JsonWriting.TextValue);
        json.Member("tags"u8, request.Tags, JsonWriting.TextValue);
    }

    public static void Write(Utf8JsonWriter json, GetQueueUrlRequest request)
    {
        json.Member("QueueName"u8, request.QueueName);
        json.Member("QueueOwnerAWSAccountId"u8, request.QueueOwnerAWSAccountId);
    }

    public static void Write(Utf8JsonWriter json, GetQueueAttributesRequest request)
    {
        json.Member("QueueUrl"u8, request.QueueUrl);
        json.Member("AttributeNames"u8, request.AttributeNames, JsonWriting.TextValue);
    }

    public static void Write(Utf8JsonWriter json, SetQueueAttributesRequest request)
    {
        json.Member("QueueUrl"u8, request.QueueUrl);
        json.Member("Attributes"u8, request.Attributes, JsonWriting.TextValue);
    }
}
