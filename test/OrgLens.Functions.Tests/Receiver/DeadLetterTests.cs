using OrgLens.Functions.Tests.Hub;

namespace OrgLens.Functions.Tests.Receiver;

[Collection(HubCollection.Name)]
public sealed class DeadLetterTests(RunningHub hub, DeadLetters letters) : IClassFixture<DeadLetters>
{
    [Fact]
    public void Gives_up_a_message_that_is_no_JSON_without_quoting_it()
    {
        Assert.Contains(DeadLetters.NoJson, letters.Bodies);
        Assert.DoesNotContain(hub.Log, line => line.Contains(DeadLetters.NoJson, StringComparison.Ordinal));
    }

    [Fact]
    public void Gives_up_a_message_that_is_no_notification() => Assert.Contains(DeadLetters.NoNotification, letters.Bodies);

    [Fact]
    public async Task Gives_up_and_reports_an_object_that_was_never_there()
    {
        Assert.Single(letters.Bodies, body => body.Contains(Uri.EscapeDataString(letters.GoneKey), StringComparison.Ordinal));
        Assert.Equal(5, Reports($"{letters.GoneKey} is not there and was not loaded before"));
        Assert.Empty(await hub.ReadAsync("select key from snapshots where key = $1", letters.GoneKey));
    }

    [Fact]
    public async Task Gives_up_and_reports_an_object_that_may_not_be_read()
    {
        Assert.Single(letters.Bodies, body => body.Contains(letters.DeniedKey.Split('/')[1], StringComparison.Ordinal));
        Assert.Equal(5, Reports(letters.DeniedKey, "AmazonS3Exception", "Forbidden"));
        Assert.Equal([letters.DeniedKey], await hub.SnapshotBucket.ListAsync(letters.DeniedKey));
        Assert.Empty(await hub.ReadAsync("select key from snapshots where key = $1", letters.DeniedKey));
    }

    private int Reports(params string[] words) => hub.Log.Count(
        line => line.Contains("goes back to its queue", StringComparison.Ordinal) && words.All(word => line.Contains(word, StringComparison.Ordinal)));
}
