using Amazon.Lambda.SQSEvents;
using Amazon.Lambda.TestUtilities;
using AWS.Lambda.Powertools.Idempotency;
using Microsoft.Extensions.Logging.Abstractions;
using OrgLens.Functions.Audit;

namespace OrgLens.Functions.Tests.Audit;

[Collection(OneIdempotency.Name)]
public sealed class TrailBatchesTests
{
    private readonly MemoryStore _store = new();
    private readonly RecordingConsumer _consumer = new();

    public TrailBatchesTests() => Idempotency.Configure(idempotency => idempotency.WithPersistenceStore(_store));

    public static TheoryData<string, string> Useless => new()
    {
        { "a service's own event", """{"detail-type":"EC2 Instance State-change Notification","source":"aws.ec2","detail":{"state":"running"}}""" },
        { "another operation", Event(100).Replace("CreateThing", "ListThings", StringComparison.Ordinal) },
        { "another service", Event(100).Replace("example.amazonaws.com", "other.amazonaws.com", StringComparison.Ordinal) },
    };

    public static TheoryData<string, string?> Damaged => new()
    {
        { "no body", null },
        { "no JSON", "poison" },
        { "cut off", Event(100)[..80] },
        { "no object", "[]" },
        { "no event", """{"hello":"world"}""" },
        { "an S3 test message", """{"Service":"Amazon S3","Event":"s3:TestEvent"}""" },
        { "no record", """{"detail-type":"AWS API Call via CloudTrail","detail":null}""" },
        { "no event id", Event(100).Replace("eventID", "eventid", StringComparison.Ordinal) },
        { "an account that is none", Event(100).Replace("111122223333", "1111", StringComparison.Ordinal) },
        { "nested too deeply", $$"""{"detail-type":"AWS API Call via CloudTrail","detail":{{new string('[', 500)}}{{new string(']', 500)}}}""" },
        { "a record that the consumer refuses", Event(100).Replace("\"thing\"", "\"other\"", StringComparison.Ordinal) },
    };

    [Fact]
    public async Task Applies_a_batch_in_one_call()
    {
        Assert.Empty(await FailuresAsync(Enumerable.Range(0, 10).Select(Event)));

        var records = Assert.Single(_consumer.Calls);
        Assert.Equal(Enumerable.Range(0, 10).Select(Id), records.Select(record => record.EventId).Order());
        Assert.Equal((10, 0), _store.Count);
    }

    [Theory]
    [MemberData(nameof(Damaged))]
    public async Task Gives_back_only_the_message_that_is_damaged(string what, string? body)
    {
        var bodies = Enumerable.Range(0, 10).Select(string? (number) => number == 4 ? body : Event(number));

        Assert.Equal(["m4"], await FailuresAsync(bodies));

        Assert.True(_store.Count == (9, 0), what);
        Assert.Equal(9, Assert.Single(_consumer.Calls).Count(record => record.EventId != Id(100)));
    }

    [Theory]
    [MemberData(nameof(Useless))]
    public async Task Ignores_what_is_not_meant_for_it(string what, string body)
    {
        Assert.Empty(await FailuresAsync([Event(1), body, Event(2)]));

        Assert.True(Assert.Single(_consumer.Calls).Count == 2, what);
    }

    [Fact]
    public async Task Asks_nothing_of_the_consumer_when_nothing_is_left()
    {
        Assert.Empty(await FailuresAsync([]));
        Assert.Equal(["m0", "m1"], await FailuresAsync(["poison", "more poison"]));

        Assert.Empty(_consumer.Calls);
    }

    [Fact]
    public async Task Gives_everything_back_while_the_database_is_away_and_applies_it_later()
    {
        _consumer.IsAway = true;
        Assert.Equal(["m0", "m1", "m2"], await FailuresAsync([Event(1), Event(2), Event(3)]));
        Assert.Equal((0, 0), _store.Count);

        _consumer.IsAway = false;
        Assert.Empty(await FailuresAsync([Event(1), Event(2), Event(3)]));

        Assert.Equal((3, 0), _store.Count);
        Assert.Equal([3, 3], _consumer.Calls.Select(call => call.Count));
    }

    [Fact]
    public async Task Applies_an_event_once_whether_it_comes_twice_in_a_batch_or_in_two()
    {
        Assert.Empty(await FailuresAsync([Event(1), Event(2), Event(1)]));
        Assert.Empty(await FailuresAsync([Event(2), Event(3)]));

        Assert.Equal([2, 1], _consumer.Calls.Select(call => call.Count));
    }

    [Fact]
    public async Task Gives_both_back_when_an_event_comes_twice_and_fails()
    {
        _consumer.IsAway = true;

        Assert.Equal(["m0", "m1"], await FailuresAsync([Event(1), Event(1)]));

        Assert.Equal((0, 0), _store.Count);
    }

    [Fact]
    public async Task Gives_everything_back_when_there_is_no_time_left()
    {
        Assert.Equal(["m0", "m1"], await FailuresAsync([Event(1), Event(2)], TimeSpan.FromSeconds(5)));

        Assert.Equal((0, 0), _store.Count);
    }

    private async Task<IEnumerable<string>> FailuresAsync(IEnumerable<string?> bodies, TimeSpan? left = null)
    {
        var batches = new TrailBatches<RecordingConsumer>(_consumer, new TrailOnce(), NullLogger<TrailBatches<RecordingConsumer>>.Instance);
        var batch = new SQSEvent { Records = [.. bodies.Select((body, index) => new SQSEvent.SQSMessage { MessageId = $"m{index}", Body = body })] };
        var answer = await batches.ProcessAsync(batch, new TestLambdaContext { RemainingTime = left ?? TimeSpan.FromMinutes(5) });
        return answer.BatchItemFailures.Select(failure => failure.ItemIdentifier);
    }

    private static Guid Id(int number) => new($"00000000-0000-0000-0000-{number:000000000000}");

    private static string Event(int number) => $$$"""
        {"version":"0","id":"{{{Id(number)}}}","detail-type":"AWS API Call via CloudTrail","source":"aws.example","detail":{"eventVersion":"1.11","userIdentity":
        {"type":"IAMUser","accountId":"111122223333","userName":"dana"},"eventTime":"2026-03-02T08:15:42Z","eventSource":"example.amazonaws.com","eventName":"CreateThing",
        "awsRegion":"eu-central-1","requestParameters":{"thing":"t-{{{number}}}"},"responseElements":null,"eventID":"{{{Id(number)}}}","recipientAccountId":"111122223333"}}
        """;
}
