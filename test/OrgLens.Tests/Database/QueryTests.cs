using OrgLens.Database;
using OrgLens.Tests.Cluster;
using OrgLens.Tests.Receiver;

namespace OrgLens.Tests.Database;

/// <summary>What an analyst would ask runs, with and without data.</summary>
public sealed class QueryTests
{
    // What the sample documents have no answer to, and what depends on today's date.
    private static readonly string[] s_withoutAnswer =
    [
        "coverage-gaps", "expiring-certificates", "gone-resources", "rejected", "silent-accounts", "unrotated-secrets", "weakened-settings",
        // They ask about CloudTrail's events: Audit tests have them answered.
        "asset-changes", "failed-provisions", "outdated-products", "product-history", "product-lifetimes", "products-in-use",
        "active-users", "dashboard-visits", "idle-authors", "popular-dashboards", "popular-data-sets", "unused-data-sets", "updated-analyses",
    ];

    [Fact]
    public async Task Every_query_runs_on_an_empty_database()
    {
        await using var database = await TestDatabase.CreateAsync();
        foreach (var name in SqlFiles.Under("queries"))
        {
            Assert.Empty((await database.App().QueryAsync(SqlFiles.Read(name), [], CancellationToken.None)).Records ?? []);
        }
    }

    [Fact]
    public async Task Every_query_answers_on_the_samples()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAllAsync(Samples.All);
        var silent = new List<string>();
        foreach (var name in SqlFiles.Under("queries"))
        {
            var answer = await database.App().QueryAsync(SqlFiles.Read(name), [], CancellationToken.None);
            Assert.NotEmpty(answer.ColumnMetadata);
            if (answer.Records is not { Count: > 0 })
            {
                silent.Add(Path.GetFileName(name));
            }
        }

        Assert.Empty(silent.Except(s_withoutAnswer));
    }
}
