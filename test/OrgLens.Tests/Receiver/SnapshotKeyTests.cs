using OrgLens.Receiver;

namespace OrgLens.Tests.Receiver;

public sealed class SnapshotKeyTests
{
    [Theory]
    [InlineData("data/111122223333/eu-west-1/2026-01-15_DAILY.json", "eu-west-1", "DAILY")]
    [InlineData("data/111122223333/eu-west-1/2026-01-15_DAILY.json.gz", "eu-west-1", "DAILY")]
    [InlineData("data/111122223333/us-gov-west-1/2026-01-15_WEEKLY.json", "us-gov-west-1", "WEEKLY")]
    [InlineData("data/111122223333/Global/2026-01-15_MONTHLY.json", "Global", "MONTHLY")]
    [InlineData("data/111122223333/2026-01-15_YEARLY.json", "Global", "YEARLY")]
    public void Reads_account_Region_day_and_granularity(string key, string region, string granularity) =>
        Assert.Equal(new SnapshotKey("111122223333", region, new DateOnly(2026, 1, 15), granularity), SnapshotKey.Parse(key));

    [Theory]
    [InlineData("data/111122223333/2026-01-15_DAILY.json.gz", 1)]
    [InlineData("data/111122223333/2026-01-15_DAILY.2.json.gz", 2)]
    public void Numbers_the_parts_of_a_run(string key, int part)
    {
        var parsed = SnapshotKey.Parse(key);
        Assert.Equal(part, parsed?.Part);
        Assert.Equal(key, parsed?.ToCompressedKey());
    }

    [Theory]
    [InlineData("")]
    [InlineData("data/111122223333/2026-01-15_DAILY.1.json.gz")]
    [InlineData("data/111122223333/2026-01-15_DAILY.22.json.gz")]
    [InlineData("loaded/111122223333/eu-west-1/2026-01-15_DAILY.json")]
    [InlineData("data/11112222333/eu-west-1/2026-01-15_DAILY.json")]
    [InlineData("data/1111222233334/eu-west-1/2026-01-15_DAILY.json")]
    [InlineData("data/١١١١٢٢٢٢٣٣٣٣/eu-west-1/2026-01-15_DAILY.json")]
    [InlineData("data/111122223333/eu-west-1/2026-02-30_DAILY.json")]
    [InlineData("data/111122223333/eu-west-1/2026-1-5_DAILY.json")]
    [InlineData("data/111122223333/eu-west-1/2026-01-15_HOURLY.json")]
    [InlineData("data/111122223333/eu-west-1/2026-01-15_daily.json")]
    [InlineData("data/111122223333/eu-west-1/2026-01-15_DAILY.json\n")]
    [InlineData("data/111122223333/eu-west-1/2026-01-15_DAILY.json.bz2")]
    [InlineData("data/111122223333/eu-west-1/more/2026-01-15_DAILY.json")]
    [InlineData("data/111122223333/../2026-01-15_DAILY.json")]
    [InlineData(" data/111122223333/eu-west-1/2026-01-15_DAILY.json")]
    public void Knows_no_other_form(string key) => Assert.Null(SnapshotKey.Parse(key));

    [Fact]
    public void Moves_a_key_to_another_prefix()
    {
        const string key = "data/111122223333/data/2026-01-15_DAILY.json";
        Assert.Equal("loaded/111122223333/data/2026-01-15_DAILY.json", SnapshotKey.MoveTo(SnapshotKey.Loaded, key));
        Assert.Equal("rejected/elsewhere.txt", SnapshotKey.MoveTo(SnapshotKey.Rejected, "elsewhere.txt"));
    }
}
