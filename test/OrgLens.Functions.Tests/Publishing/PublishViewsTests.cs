using System.Text.Json.Nodes;
using OrgLens.Functions.Tests.Hub;
using OrgLens.Publishing;

namespace OrgLens.Functions.Tests.Publishing;

[Collection(HubCollection.Name)]
public sealed class PublishViewsTests(RunningHub hub)
{
    [Fact]
    public async Task Publishes_the_rows_that_the_views_have()
    {
        foreach (var sample in Directory.GetFiles(Repository.File("test", "data", "snapshots"), "*.json"))
        {
            await hub.SnapshotBucket.PutAsync(Path.GetFileName(sample).Replace("__", "/", StringComparison.Ordinal), await File.ReadAllBytesAsync(sample));
        }

        await hub.DrainAsync();

        await hub.InvokeAsync("PublishViews", JsonNode.Parse(await File.ReadAllTextAsync(Repository.File("events", "publish-views.json")))!);

        var rows = 0;
        foreach (var view in PublishedViews.All)
        {
            var table = await PublishedTable.ReadAsync(hub, view.View);
            var expected = await ViewRows.ReadAsync(hub, view);
            Assert.Equal(expected, table.Rows);
            Assert.Equal("20260115T070000Z", table.Run);
            rows += expected.Count;
        }

        Assert.True(rows > 500, $"{rows} rows");
        Assert.Contains(await hub.SnapshotBucket.ListAsync("athena/orglens/view_accounts/"), key => key.StartsWith("athena/orglens/view_accounts/20260115T070000Z/account_type=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Publishes_nothing_again_when_the_same_event_comes_again()
    {
        var account = hub.NewAccount();
        await LoadAsync(account);
        await hub.InvokeAsync("PublishViews", Schedule("2026-02-01T07:00:00Z"));
        var before = await PublishedTable.ReadAsync(hub, "view_accounts");
        await LoadAsync(hub.NewAccount());

        await hub.InvokeAsync("PublishViews", Schedule("2026-02-01T07:00:00Z"));

        Assert.Equal(before.Rows, (await PublishedTable.ReadAsync(hub, "view_accounts")).Rows);
    }

    [Fact]
    public async Task Keeps_the_files_of_the_run_before_and_removes_those_of_older_ones()
    {
        foreach (var month in (string[])["03", "04", "05"])
        {
            await LoadAsync(hub.NewAccount());
            await hub.InvokeAsync("PublishViews", Schedule($"2026-{month}-01T07:00:00Z"));
        }

        var files = await hub.SnapshotBucket.ListAsync("athena/orglens/view_accounts/");
        var table = await PublishedTable.ReadAsync(hub, "view_accounts");

        Assert.Equal(["20260401T070000Z", "20260501T070000Z"], files.Select(file => file.Split('/')[3]).Distinct());
        Assert.Equal("20260501T070000Z", table.Run);
        Assert.Equal(await ViewRows.ReadAsync(hub, PublishedViews.Named(["view_accounts"]).Single()), table.Rows);
    }

    private async Task LoadAsync(string account)
    {
        await hub.SnapshotBucket.PutAsync(SnapshotText.Key(account), SnapshotText.Of(account, "one").Bytes());
        await hub.DrainAsync();
    }

    private static JsonObject Schedule(string time) => new() { ["source"] = "aws.events", ["detail-type"] = "Scheduled Event", ["time"] = time, ["detail"] = new JsonObject() };
}
