using System.IO.Compression;
using System.Text.Json.Nodes;
using OrgLens.Receiver;
using OrgLens.Sender;

namespace OrgLens.Tests.Sender.Simulated;

/// <summary>An account collected whole, in several Regions, over the network, and loaded.</summary>
public sealed class WholeRunTests(LoadedAccount loaded) : IClassFixture<LoadedAccount>
{
    [Fact]
    public void Nothing_is_missing_that_the_account_has() =>
        Assert.Empty(loaded.Run.Coverage.Where(entry => entry.Status.IsGap()).Select(entry => $"{entry.Collector} {entry.Region} {entry.Status} {entry.Error}"));

    [Fact]
    public void The_document_is_as_its_schema_says()
    {
        using var text = new GZipStream(new MemoryStream(loaded.Run.Snapshot.Stored), CompressionMode.Decompress);
        Assert.Empty(SnapshotSchema.Closed.Differences(JsonNode.Parse(text)!.AsObject()));
    }

    [Fact]
    public async Task The_receiver_takes_every_row_of_it()
    {
        Assert.Equal(LoadOutcome.Loaded, loaded.Result.Outcome);
        Assert.Empty(loaded.Result.Duplicates);
        Assert.Equal("0", await loaded.Database.RowAsync("select count(*) from rejected_rows"));
        await loaded.HoldsAsync(
            "select collector, region, status, items from coverage",
            loaded.Run.Coverage.Select(entry => LoadedAccount.Line(entry.Collector, entry.Region, entry.Status.NameOf(), entry.Items)));
    }

    [Fact]
    public async Task Every_table_of_the_format_has_rows()
    {
        foreach (var table in SnapshotSections.Tables.Values.SelectMany(tables => tables).Distinct().Append("security").Append("products"))
        {
            Assert.NotEqual((table, "0"), (table, await loaded.Database.RowAsync($"select count(*) from {table}")));
        }
    }

    [Fact]
    public void A_Region_that_is_not_in_use_says_so_and_one_that_is_not_enabled_too()
    {
        var ended = loaded.Run.Coverage.ToLookup(entry => entry.Region, entry => entry.Status);
        Assert.Equal([CoverageStatus.Empty, CoverageStatus.NotEnabled], ended["sa-east-1"].Distinct().Order());
        Assert.Equal([CoverageStatus.RegionDisabled], ended["ap-east-1"].Distinct());
        Assert.All(loaded.Run.Coverage.Where(entry => entry.Region == "ap-east-1"), entry => Assert.Equal(0, entry.Calls));
    }
}
