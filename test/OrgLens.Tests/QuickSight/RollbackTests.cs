using OrgLens.QuickSight;
using OrgLens.Tests.Cluster;

namespace OrgLens.Tests.QuickSight;

/// <summary>Every version that another one takes the place of can be had back.</summary>
public sealed class RollbackTests
{
    [Fact]
    public async Task The_version_before_comes_back_and_going_back_can_be_undone()
    {
        await using var database = await TestDatabase.CreateAsync();
        var account = new MigratedAccount(database.App());
        await account.ImportAsync(MigratedAccount.Ours());
        await account.ImportAsync(MigratedAccount.Next());
        Assert.Equal("Another overview", FirstSheet(account));

        var back = await account.RollBackAsync();
        Assert.Equal(["kept version checked", "previous version kept", "analysis updated"], MigratedAccount.Lines(back));
        Assert.Equal("Overview", FirstSheet(account));

        Assert.True((await account.RollBackAsync()).IsComplete);
        Assert.Equal("Another overview", FirstSheet(account));
        Assert.Empty(await account.QuickSight.DifferencesAsync());
    }

    [Fact]
    public async Task A_rollback_that_failed_goes_back_to_the_same_version_when_it_is_repeated()
    {
        await using var database = await TestDatabase.CreateAsync();
        var account = new MigratedAccount(database.App());
        await account.ImportAsync(MigratedAccount.Ours());
        await account.ImportAsync(MigratedAccount.Next());
        account.QuickSight.ImportErrors = [];

        Assert.False((await account.RollBackAsync()).IsComplete);
        Assert.Equal("Another overview", FirstSheet(account));
        Assert.True((await account.RollBackAsync()).IsComplete);
        Assert.Equal("Overview", FirstSheet(account));
    }

    [Fact]
    public async Task What_somebody_changed_in_place_is_kept_before_it_is_replaced_and_can_be_asked_for_by_its_name()
    {
        await using var database = await TestDatabase.CreateAsync();
        var account = new MigratedAccount(database.App());
        await account.ImportAsync(MigratedAccount.Ours());
        account.QuickSight.Analyses["orglens"]["definition"]!["sheets"]![0]!["name"] = "Mine";
        account.QuickSight.ChangedAt["orglens"] += TimeSpan.FromHours(1);
        Assert.Contains("analysis unchanged", MigratedAccount.Lines(await account.ImportAsync(MigratedAccount.Ours())));

        var forced = await account.ImportAsync(MigratedAccount.Ours(), new AnalysisSettings(MigratedAccount.Aurora) { IsForced = true });
        Assert.Contains("previous version kept", MigratedAccount.Lines(forced));
        Assert.Equal("Overview", FirstSheet(account));

        Assert.True((await account.RollBackAsync(Assert.Single(account.Shelf.Names))).IsComplete);
        Assert.Equal("Mine", FirstSheet(account));
    }

    [Fact]
    public async Task A_version_that_is_not_kept_is_said_with_those_that_are()
    {
        await using var database = await TestDatabase.CreateAsync();
        var account = new MigratedAccount(database.App());
        await account.ImportAsync(MigratedAccount.Ours());
        Assert.Equal("No other version of orglens is kept.", (await account.RollBackAsync()).Steps[^1].Detail);
        await account.ImportAsync(MigratedAccount.Next());

        Assert.Equal(
            $"There is no version x of orglens: kept are {Assert.Single(account.Shelf.Names)}.", (await account.RollBackAsync("x")).Steps[^1].Detail);
        Assert.Empty(account.QuickSight.Changes);
    }

    [Theory]
    [InlineData("20260302T080000Z-0123456789abcdef", "0123456789abcdef")]
    [InlineData("20260302T080000Z-unmarked", "unmarked")]
    [InlineData("20260302T080000Z-", null)]
    [InlineData("notes", null)]
    [InlineData("20261302T080000Z-unmarked", null)]
    public void A_name_is_that_of_a_version_or_of_none(string name, string? fingerprint)
    {
        var version = KeptVersion.Parse(name);

        Assert.Equal(fingerprint, version?.Fingerprint);
        Assert.Equal(fingerprint is null ? null : name, version?.Name);
    }

    private static string? FirstSheet(MigratedAccount account) => (string?)account.QuickSight.Analyses["orglens"]["definition"]!["sheets"]![0]!["name"];
}
