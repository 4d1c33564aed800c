using OrgLens.Sender;

namespace OrgLens.Tests.Sender;

public sealed class CollectorModelTests
{
    // The reason is with the operation.
    private static readonly string[] FirstPageIsEnough = ["CloudTrail:LookupEvents: only its first page is read"];

    [Fact]
    public async Task Operations_are_declared_as_the_services_models_describe_them()
    {
        var operations = CollectorList.All.SelectMany(collector => collector.Operations).Append(AccountRegions.ListRegions).Distinct();
        Assert.Empty((await ServiceModels.DifferencesAsync(operations, [], [])).Except(FirstPageIsEnough));
    }
}
