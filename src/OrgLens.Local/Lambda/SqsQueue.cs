using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrgLens.Local.Moto;

namespace OrgLens.Local.Lambda;

/// <summary>A queue as an event source sees it.</summary>
internal sealed class SqsQueue(EmulatorClient client, string url, string arn)
{
    private const int LargestDelete = 10;

    /// <summary>Opens the queue with an ARN.</summary>
    public static async Task<SqsQueue> OpenAsync(EmulatorClient client, string arn, CancellationToken cancellationToken)
    {
        var name = arn.Split(':')[^1];
        var answer = await client.CallAsync(EmulatedService.Sqs, "GetQueueUrl", new JsonObject { ["QueueName"] = name }, cancellationToken);
        return new SqsQueue(client, (string)answer["QueueUrl"]!, arn);
    }

    /// <summary>Waits for messages, at most as long as said.</summary>
    public async Task<IReadOnlyList<SqsRecord>> ReceiveAsync(int count, TimeSpan wait, CancellationToken cancellationToken)
    {
        var answer = await CallAsync(
            "ReceiveMessage",
            new JsonObject
            {
                ["MaxNumberOfMessages"] = count,
                ["WaitTimeSeconds"] = Math.Min((int)wait.TotalSeconds, 20),
                ["AttributeNames"] = new JsonArray("All"),
                ["MessageAttributeNames"] = new JsonArray("All"),
            },
            cancellationToken);
        return [.. (answer["Messages"]?.AsArray() ?? []).Select(message => ToRecord(message!))];
    }

    /// <summary>Deletes messages that are dealt with.</summary>
    public async Task DeleteAsync(IReadOnlyList<SqsRecord> records, CancellationToken cancellationToken)
    {
        foreach (var chunk in records.Chunk(LargestDelete))
        {
            var entries = chunk.Select((record, i) => (JsonNode)new JsonObject
            {
                ["Id"] = i.ToString(CultureInfo.InvariantCulture),
                ["ReceiptHandle"] = record.ReceiptHandle,
            });
            await CallAsync("DeleteMessageBatch", new JsonObject { ["Entries"] = new JsonArray([.. entries]) }, cancellationToken);
        }
    }

    /// <summary>How many messages wait, how many are being worked on.</summary>
    public async Task<(int Visible, int InFlight)> CountAsync(CancellationToken cancellationToken)
    {
        var answer = await CallAsync("GetQueueAttributes", new JsonObject { ["AttributeNames"] = new JsonArray("All") }, cancellationToken);
        return (Read("ApproximateNumberOfMessages") + Read("ApproximateNumberOfMessagesDelayed"), Read("ApproximateNumberOfMessagesNotVisible"));

        int Read(string attribute) => int.Parse((string)answer["Attributes"]![attribute]!, CultureInfo.InvariantCulture);
    }

    private Task<JsonObject> CallAsync(string operation, JsonObject arguments, CancellationToken cancellationToken)
    {
        arguments["QueueUrl"] = url;
        return client.CallAsync(EmulatedService.Sqs, operation, arguments, cancellationToken);
    }

    private SqsRecord ToRecord(JsonNode message) => new(
        (string)message["MessageId"]!,
        (string)message["ReceiptHandle"]!,
        (string)message["Body"]!,
        (message["Attributes"]?.AsObject() ?? []).ToDictionary(attribute => attribute.Key, attribute => (string)attribute.Value!),
        (message["MessageAttributes"]?.AsObject() ?? []).ToDictionary(attribute => attribute.Key, attribute => ToMessageAttribute(attribute.Value!)),
        (string)message["MD5OfBody"]!,
        "aws:sqs",
        arn,
        arn.Split(':')[3]);

    /// <summary>Lambda writes the members of message attributes with a small first letter, and both lists always.</summary>
    private static JsonElement ToMessageAttribute(JsonNode attribute)
    {
        var result = new JsonObject { ["stringListValues"] = new JsonArray(), ["binaryListValues"] = new JsonArray() };
        foreach (var (name, value) in attribute.AsObject())
        {
            result[char.ToLowerInvariant(name[0]) + name[1..]] = value?.DeepClone();
        }

        return JsonSerializer.SerializeToElement(result, JsonNodeJson.Default.JsonObject);
    }
}
