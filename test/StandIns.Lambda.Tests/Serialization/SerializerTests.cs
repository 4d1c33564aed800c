using System.Text;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.S3Events;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.SQSEvents;

namespace StandIns.Lambda.Tests.Serialization;

public sealed class SerializerTests
{
    public static TheoryData<ILambdaSerializer> Serializers =>
        [new DefaultLambdaJsonSerializer(), new SourceGeneratorLambdaJsonSerializer<EventJson>()];

    [Theory]
    [MemberData(nameof(Serializers))]
    public void Reads_an_SQS_event_as_Lambda_writes_it(ILambdaSerializer serializer)
    {
        var message = Assert.Single(Read<SQSEvent>(serializer, """
            {"Records":[{"messageId":"m1","receiptHandle":"h","body":"{}","attributes":{"ApproximateReceiveCount":"1"},
            "messageAttributes":{"a":{"stringValue":"v","binaryValue":"AQI=","dataType":"String"}},"md5OfBody":"x",
            "eventSource":"aws:sqs","eventSourceARN":"arn:aws:sqs:eu-west-1:111122223333:q","awsRegion":"eu-west-1"}]}
            """).Records);

        Assert.Equal("arn:aws:sqs:eu-west-1:111122223333:q", message.EventSourceArn);
        Assert.Equal("1", message.Attributes["ApproximateReceiveCount"]);
        Assert.Equal([1, 2], message.MessageAttributes["a"].BinaryValue.ToArray());
    }

    [Theory]
    [MemberData(nameof(Serializers))]
    public void Writes_a_batch_response_under_its_fixed_names(ILambdaSerializer serializer) => Assert.Equal(
        """{"batchItemFailures":[{"itemIdentifier":"m1"}]}""",
        Write(serializer, new SQSBatchResponse([new SQSBatchResponse.BatchItemFailure { ItemIdentifier = "m1" }])));

    [Theory]
    [MemberData(nameof(Serializers))]
    public void Reads_an_S3_event_and_decodes_its_key(ILambdaSerializer serializer)
    {
        var record = Assert.Single(Read<S3Event>(serializer, """
            {"Records":[{"eventTime":"2026-01-15T06:00:00.000Z","eventName":"ObjectCreated:Put",
            "responseElements":{"x-amz-request-id":"r","x-amz-id-2":"i"},
            "s3":{"bucket":{"name":"b","ownerIdentity":{"principalId":"p"}},"object":{"key":"data/a+b%2Cc.json","size":5368709120,"eTag":"e"}}}]}
            """).Records);

        Assert.Equal("data/a b,c.json", record.S3.Object.KeyDecoded);
        Assert.Equal(5_368_709_120, record.S3.Object.Size);
        Assert.Equal("r", record.ResponseElements.XAmzRequestId);
        Assert.Equal(new DateTime(2026, 1, 15, 6, 0, 0, DateTimeKind.Utc), record.EventTime);
    }

    [Theory]
    [MemberData(nameof(Serializers))]
    public void A_test_event_of_S3_has_no_records(ILambdaSerializer serializer) =>
        Assert.Null(Read<S3Event>(serializer, """{"Service":"Amazon S3","Event":"s3:TestEvent"}""").Records);

    [Theory]
    [MemberData(nameof(Serializers))]
    public void Reads_the_detail_type_of_a_scheduled_event(ILambdaSerializer serializer) =>
        Assert.Equal("Scheduled Event", Read<ScheduledEvent>(serializer, """{"detail-type":"Scheduled Event","detail":{}}""").DetailType);

    [Theory]
    [MemberData(nameof(Serializers))]
    public void Says_which_type_could_not_be_read(ILambdaSerializer serializer) => Assert.StartsWith(
        "Error converting the Lambda event JSON payload to type Amazon.Lambda.SQSEvents.SQSEvent: ",
        Assert.Throws<JsonSerializerException>(() => Read<SQSEvent>(serializer, "{")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_type_that_the_context_does_not_know_is_refused() =>
        Assert.Throws<JsonSerializerException>(() => Write(new SourceGeneratorLambdaJsonSerializer<EventJson>(), new Uri("http://x")));

    [Fact]
    public void A_result_keeps_its_property_names_and_loses_its_nulls() => Assert.Equal(
        """{"Name":"é<>","Bytes":[1,255]}""",
        Write(new DefaultLambdaJsonSerializer(), new Sample("é<>", [1, 255], null)));

    [Fact]
    public void The_camel_case_serializer_renames_them() => Assert.Equal(
        """{"name":"n"}""", Write(new CamelCaseLambdaJsonSerializer(), new Sample("n", null, null)));

    [Theory]
    [InlineData("1768456800", "2026-01-15T06:00:00Z")]
    [InlineData("1768456800.5", "2026-01-15T06:00:00.5Z")]
    [InlineData("1768456800000", "2026-01-15T06:00:00Z")]
    [InlineData("\"2026-01-15T06:00:00Z\"", "2026-01-15T06:00:00Z")]
    public void An_instant_is_text_or_a_number(string json, string expected) => Assert.Equal(
        DateTimeOffset.Parse(expected, null).UtcDateTime, Read<DateTime>(new DefaultLambdaJsonSerializer(), json));

    [Theory]
    [InlineData("\"AQI=\"")]
    [InlineData("[1,2]")]
    public void Bytes_are_base64_or_numbers(string json) => Assert.Equal([1, 2], Read<byte[]>(new DefaultLambdaJsonSerializer(), json));

    private static T Read<T>(ILambdaSerializer serializer, string json) => serializer.Deserialize<T>(new MemoryStream(Encoding.UTF8.GetBytes(json)));

    private static string Write<T>(ILambdaSerializer serializer, T value)
    {
        using var json = new MemoryStream();
        serializer.Serialize(value, json);
        return Encoding.UTF8.GetString(json.ToArray());
    }

    private sealed record Sample(string Name, byte[]? Bytes, string? Missing);
}
