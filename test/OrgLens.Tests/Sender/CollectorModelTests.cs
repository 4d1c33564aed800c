using OrgLens.Sender;

namespace OrgLens.Tests.Sender;

public sealed class CollectorModelTests
{
    // What is wanted stands on the first page: a count up to 50, a total, the newest of a list.
    private static readonly string[] FirstPageIsEnough =
    [
        "CloudTrail:LookupEvents: only its first page is read",
        "Cost Explorer:GetReservationCoverage: only its first page is read",
        "Cost Explorer:GetSavingsPlansCoverage: only its first page is read",
        "resiliencehub:ListAppAssessments: only its first page is read",
    ];

    [Fact]
    public async Task Operations_are_declared_as_the_services_models_describe_them()
    {
        var operations = CollectorList.All.SelectMany(collector => collector.Operations).Append(AccountRegions.ListRegions).Distinct();
        Assert.Empty((await ServiceModels.DifferencesAsync(operations, [], [])).Except(FirstPageIsEnough));
    }
}
