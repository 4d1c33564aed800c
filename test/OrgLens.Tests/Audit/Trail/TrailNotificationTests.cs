using System.Text.Json;
using OrgLens.Audit.Trail;

namespace OrgLens.Tests.Audit.Trail;

public sealed class TrailNotificationTests
{
    private const string Folder = "AWSLogs/o-exampleorgid/111122223333/";
    private const string Key = Folder + "CloudTrail/us-east-1/2023/07/10/111122223333_CloudTrail_us-east-1_20230710T1230Z_AbCdEfGhIjKlMnOp.json.gz";

    [Theory]
    [InlineData("s3-notification", Key)]
    [InlineData("s3-notification-digest", Folder + "CloudTrail-Digest/us-east-1/2023/07/10/111122223333_CloudTrail-Digest_us-east-1_orgtrail_us-east-1_20230710T130000Z.json.gz")]
    [InlineData("s3-notification-encodedKey", "AWSLogs/my prefix=x/" + Key)]
    [InlineData("sns-s3-notification", Key)]
    [InlineData("sqs-s3-notification", Key)]
    [InlineData("sqs-sns-s3-notification", Key)]
    [InlineData("sqs-sns-raw-s3-notification", Key)]
    [InlineData("sqs-sns-cloudtrail-notification", Key)]
    [InlineData("eventbridge-s3-ObjectCreated", Key)]
    [InlineData("s3-testEvent", null)]
    [InlineData("sqs-sns-s3-testEvent", null)]
    public void Every_form_names_its_objects(string envelope, string? key) => Assert.Equal(
        key is null ? [] : [new TrailObject("example-trail-bucket", key)], TrailNotification.Read(TrailSamples.Envelope(envelope)));

    [Theory]
    [InlineData("""{"s3Bucket":"b","s3ObjectKey":["x/1+1%20.gz","y"],"reason":"Partial"}""", "x/1+1%20.gz", "y")]
    [InlineData("""{"source":"aws.s3","detail-type":"Object Created","detail":{"bucket":{"name":"b"},"object":{"key":"x/1+1%20.gz"}}}""", "x/1+1%20.gz")]
    [InlineData("""{"source":"aws.s3","detail-type":"Object Deleted","detail":{"bucket":{"name":"b"},"object":{"key":"x"}}}""")]
    [InlineData("""{"Records":[{"eventName":"ObjectCreated:Put","s3":{"bucket":{"name":"b"},"object":{"key":"a%2Bb+%C3%A9.gz"}}}]}""", "a+b é.gz")]
    [InlineData("""{"Records":[{"eventName":"ObjectRemoved:Delete","s3":{"bucket":{"name":"b"},"object":{"key":"a"}}}]}""")]
    [InlineData("""{"Records":[]}""")]
    [InlineData("CloudTrail validation message.")]
    public void Keys_are_decoded_where_the_form_encodes_them(string message, params string[] keys) =>
        Assert.Equal(keys, TrailNotification.Read(message).Select(source => source.Key));

    [Fact]
    public void A_version_is_kept() => Assert.Equal(
        [new TrailObject("b", "k", "v1")],
        TrailNotification.Read("""{"Records":[{"s3":{"bucket":{"name":"b"},"object":{"key":"k","versionId":"v1"}}}]}"""));

    [Theory]
    [InlineData("not json")]
    [InlineData("")]
    [InlineData("42")]
    [InlineData("[]")]
    [InlineData("""{"answer":42}""")]
    [InlineData("""{"Records":[{"eventSource":"aws:kinesis"}]}""")]
    [InlineData("""{"Records":[{"s3":{"bucket":{"name":"b"}}}]}""")]
    [InlineData("""{"Type":"Notification","Message":"not json"}""")]
    [InlineData("""{"s3Bucket":"b","s3ObjectKey":[7,{}]}""")]
    public void Anything_else_is_refused_without_quoting_it(string message)
    {
        var refusal = Assert.Throws<TrailNotificationException>(() => TrailNotification.Read(message));

        Assert.DoesNotContain("not json", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Messages_within_messages_end_somewhere()
    {
        var message = """{"Event":"s3:TestEvent"}""";
        for (var i = 0; i < 6; i++)
        {
            message = $$"""{"Type":"Notification","Message":{{JsonSerializer.Serialize(message)}}}""";
        }

        Assert.Throws<TrailNotificationException>(() => TrailNotification.Read(message));
    }

    [Theory]
    [InlineData("eventbridge-ec2-state-change")]
    [InlineData("eventbridge-ProvisionProduct")]
    public void An_event_of_another_kind_is_refused(string envelope) =>
        Assert.Throws<TrailNotificationException>(() => TrailNotification.Read(TrailSamples.Envelope(envelope)));

    [Theory]
    [InlineData(Key, false, "2023-07-10")]
    [InlineData("AWSLogs/file.json.gz", false, null)]
    [InlineData(Folder + "CloudTrail-Digest/us-east-1/2023/07/10/x.json.gz", true, "2023-07-10")]
    [InlineData(Folder + "CloudTrail-Insight/us-east-1/2023/07/10/x.json.gz", true, "2023-07-10")]
    [InlineData(Folder + "CloudTrail/", true, null)]
    [InlineData("AWSLogs/2023/99/10/x.json.gz", false, null)]
    public void A_key_tells_what_is_passed_over_and_its_day(string key, bool isPassedOver, string? day)
    {
        Assert.Equal(isPassedOver, TrailKey.IsPassedOver(key));
        Assert.Equal(day is null ? null : DateOnly.Parse(day, null), TrailKey.Day(key));
    }
}
