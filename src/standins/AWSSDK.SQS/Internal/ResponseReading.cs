using System.Text.Json;
using Amazon.Runtime;
using Amazon.SQS.Model;
using Amazon.StandIns;

namespace Amazon.SQS;

internal static class ResponseReading
{
    public static bool ReadNothing(ref Utf8JsonReader json, AmazonWebServiceResponse response) => false;

    public static bool Read(ref Utf8JsonReader json, CreateQueueResponse response)
    {
        if (!json.ValueTextEquals("QueueUrl"u8))
        {
            return false;
        }

        response.QueueUrl = json.Text();
        return true;
    }

    public static bool Read(ref Utf8JsonReader json, GetQueueUrlResponse response)
    {
        if (!json.ValueTextEquals("QueueUrl"u8))
        {
            return false;
        }

        response.QueueUrl = json.Text();
        return true;
    }

    public static bool Read(ref Utf8JsonReader json, GetQueueAttributesResponse response)
    {
        if (!json.ValueTextEquals("Attributes"u8))
        {
            return false;
        }

        response.Attributes = json.Map(JsonReading.TextValue);
        return true;
    }
}
