using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.SQS;
using Amazon.SQS.Model;
using StandIns.Aws.Tests.Wire;

namespace StandIns.Aws.Tests.Sqs;

public sealed class SqsTests
{
    private const string Queue = "http://127.0.0.1/111122223333/ingest";

    [Fact]
    public async Task Speaks_json_1_0_with_a_target_and_signs_it()
    {
        var request = await SendAsync(client => client.GetQueueUrlAsync("ingest"), """{"QueueUrl":"u"}""");

        Assert.Equal(("POST", "/"), (request.Method, request.Path));
        Assert.Equal("AmazonSQS.GetQueueUrl", request.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.0", request.Headers["Content-Type"]);
        Assert.Equal("""{"QueueName":"ingest"}""", request.Text);
        Assert.Equal(SigV4.Authorization(request, "AKIDEXAMPLE", "secret", "eu-west-1", "sqs"), request.Headers["Authorization"]);
    }

    [Fact]
    public async Task Sends_a_batch_and_reads_what_failed()
    {
        await using var server = new RecordingServer(CannedResponse.Ok(
            $$"""
            {"Successful":[{"Id":"1","MessageId":"m","MD5OfMessageBody":"{{Md5("{\"a\":1}")}}","SequenceNumber":"7"}],
             "Failed":[{"Id":"2","Code":"InternalError","Message":"no","SenderFault":false}]}
            """));
        using var client = Client(server);

        var response = await client.SendMessageBatchAsync(Queue,
        [
            new("1", """{"a":1}""")
            {
                DelaySeconds = 5,
                MessageAttributes = new() { ["trace"] = new() { DataType = "String", StringValue = "x" }, ["bytes"] = new() { DataType = "Binary", BinaryValue = new MemoryStream([1, 2]) } },
            },
            new() { Id = "2", MessageBody = "b", MessageGroupId = "g", MessageDeduplicationId = "d" },
        ]);

        AssertJson(
            """
            {"QueueUrl":"http://127.0.0.1/111122223333/ingest","Entries":[
              {"Id":"1","MessageBody":"{\"a\":1}","DelaySeconds":5,"MessageAttributes":{
                "trace":{"DataType":"String","StringValue":"x"},"bytes":{"DataType":"Binary","BinaryValue":"AQI="}}},
              {"Id":"2","MessageBody":"b","MessageGroupId":"g","MessageDeduplicationId":"d"}]}
            """,
            server.Request);
        Assert.Equal(("m", "7"), (response.Successful[0].MessageId, response.Successful[0].SequenceNumber));
        Assert.Equal(("2", "InternalError", "no", false), (response.Failed[0].Id, response.Failed[0].Code, response.Failed[0].Message, response.Failed[0].SenderFault!.Value));
    }

    [Fact]
    public async Task Sends_one_message()
    {
        await using var server = new RecordingServer(CannedResponse.Ok($$"""{"MessageId":"m","MD5OfMessageBody":"{{Md5("é")}}"}"""));
        using var client = Client(server);

        var response = await client.SendMessageAsync(Queue, "é");

        Assert.Equal("m", response.MessageId);
        AssertJson("""{"QueueUrl":"http://127.0.0.1/111122223333/ingest","MessageBody":"é"}""", server.Request);
    }

    [Fact]
    public async Task Notices_that_the_service_received_another_body()
    {
        await using var server = new RecordingServer(CannedResponse.Ok($$"""{"MessageId":"m","MD5OfMessageBody":"{{Md5("other")}}"}"""));
        using var client = Client(server);

        await Assert.ThrowsAsync<AmazonSQSException>(() => client.SendMessageAsync(Queue, "sent"));
    }

    [Fact]
    public async Task Receives_messages_with_their_attributes()
    {
        await using var server = new RecordingServer(CannedResponse.Ok(
            $$"""
            {"Messages":[{"MessageId":"m","ReceiptHandle":"r","Body":"b","MD5OfBody":"{{Md5("b")}}","Attributes":{"ApproximateReceiveCount":"2"},
              "MessageAttributes":{"k":{"DataType":"Binary","BinaryValue":"AQI="} } }]}
            """));
        using var client = Client(server);

        var response = await client.ReceiveMessageAsync(new ReceiveMessageRequest(Queue)
        {
            MaxNumberOfMessages = 10,
            WaitTimeSeconds = 1,
            VisibilityTimeout = 30,
            MessageSystemAttributeNames = [MessageSystemAttributeName.All],
        });

        AssertJson(
            """{"QueueUrl":"http://127.0.0.1/111122223333/ingest","MaxNumberOfMessages":10,"WaitTimeSeconds":1,"VisibilityTimeout":30,"MessageSystemAttributeNames":["All"]}""",
            server.Request);
        var message = Assert.Single(response.Messages);
        Assert.Equal(("m", "r", "b", "2"), (message.MessageId, message.ReceiptHandle, message.Body, message.Attributes["ApproximateReceiveCount"]));
        Assert.Equal([1, 2], message.MessageAttributes["k"].BinaryValue.ToArray());
    }

    [Fact]
    public async Task An_empty_receive_has_no_list() =>
        await SendAsync(async client => Assert.Null((await client.ReceiveMessageAsync(Queue)).Messages), "{}");

    [Fact]
    public async Task Deletes_and_hides_messages()
    {
        AssertJson("""{"QueueUrl":"q","ReceiptHandle":"r"}""", await SendAsync(client => client.DeleteMessageAsync("q", "r"), ""));
        AssertJson("""{"QueueUrl":"q","ReceiptHandle":"r","VisibilityTimeout":0}""", await SendAsync(client => client.ChangeMessageVisibilityAsync("q", "r", 0), ""));
        AssertJson(
            """{"QueueUrl":"q","Entries":[{"Id":"1","ReceiptHandle":"r"}]}""",
            await SendAsync(
                async client => Assert.Equal("1", (await client.DeleteMessageBatchAsync("q", [new("1", "r")])).Successful[0].Id),
                """{"Successful":[{"Id":"1"}]}"""));
    }

    [Fact]
    public async Task Creates_and_describes_queues()
    {
        AssertJson(
            """{"QueueName":"n","Attributes":{"VisibilityTimeout":"90"}}""",
            await SendAsync(
                async client => Assert.Equal("u", (await client.CreateQueueAsync(new CreateQueueRequest("n") { Attributes = new() { [QueueAttributeName.VisibilityTimeout.Value] = "90" } })).QueueUrl),
                """{"QueueUrl":"u"}"""));
        AssertJson(
            """{"QueueUrl":"q","AttributeNames":["QueueArn"]}""",
            await SendAsync(
                async client => Assert.Equal("arn", (await client.GetQueueAttributesAsync("q", ["QueueArn"])).Attributes["QueueArn"]),
                """{"Attributes":{"QueueArn":"arn"}}"""));
        AssertJson("""{"QueueUrl":"q","Attributes":{"RedrivePolicy":"{}"}}""", await SendAsync(client => client.SetQueueAttributesAsync("q", new Dictionary<string, string> { ["RedrivePolicy"] = "{}" }), ""));
    }

    [Fact]
    public async Task An_error_is_typed_by_its_shape_and_carries_the_older_code()
    {
        await using var server = new RecordingServer(new CannedResponse(
            400, """{"__type":"com.amazonaws.sqs#QueueDoesNotExist","message":"gone"}""", QueryError: "AWS.SimpleQueueService.NonExistentQueue;Sender"));
        using var client = Client(server);

        var exception = await Assert.ThrowsAsync<QueueDoesNotExistException>(() => client.GetQueueUrlAsync("ingest"));

        Assert.Equal("AWS.SimpleQueueService.NonExistentQueue", exception.ErrorCode);
        Assert.Equal(ErrorType.Sender, exception.ErrorType);
        Assert.Equal("gone", exception.Message);
    }

    private static async Task<RecordedRequest> SendAsync(Func<AmazonSQSClient, Task> call, string answer)
    {
        await using var server = new RecordingServer(CannedResponse.Ok(answer));
        using var client = Client(server);
        await call(client);
        return server.Request;
    }

    private static AmazonSQSClient Client(RecordingServer server) =>
        new("AKIDEXAMPLE", "secret", new AmazonSQSConfig { ServiceURL = server.Url, AuthenticationRegion = "eu-west-1" });

    private static void AssertJson(string expected, RecordedRequest actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual.Json), actual.Text);

#pragma warning disable CA5351 // The service reports MD5.
    private static string Md5(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351
}
