using OrgLens.Functions.Tests.Hub;

namespace OrgLens.Functions.Tests.Audit;

[Collection(HubCollection.Name)]
public sealed class AuditDeadLetterTests(RunningHub hub)
{
    [Theory]
    [InlineData("AuditProducts")]
    [InlineData("TrackAssets")]
    [InlineData("RecordUsage")]
    public async Task Nine_of_ten_are_committed_and_the_tenth_is_given_up_after_five_receives(string function)
    {
        var batch = await GivenUpAsync(function);

        Assert.Equal(["9"], batch.Before);
        Assert.Equal((5, 0), batch.Reports);
        Assert.Equal([batch.Poison], batch.Letters);
    }

    [Theory]
    [InlineData("AuditProducts")]
    [InlineData("TrackAssets")]
    [InlineData("RecordUsage")]
    public async Task What_is_driven_back_when_the_cause_is_gone_is_applied_once(string function)
    {
        var batch = await GivenUpAsync(function);

        Assert.Single(batch.Redriven);
        Assert.Equal(batch.Redriven, batch.Again);
    }

    private async Task<PoisonedBatch> GivenUpAsync(string function)
    {
        await hub.Poisoned.Done;
        return hub.Poisoned.ByFunction[function];
    }
}
