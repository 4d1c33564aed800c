using System.IO.Compression;
using System.Text.Json;
using OrgLens.Audit.Assets;
using OrgLens.Audit.Trail;
using OrgLens.Tests.Cluster;

namespace OrgLens.Tests.Audit.Assets;

/// <summary>Records that CloudTrail really wrote. They lie beside the repository, not in it; where they are not, there is nothing to compare with.</summary>
public sealed class RealRecordTests
{
    private static readonly string? s_folder = SharedSamples.Folder("trail");

    [Fact]
    public async Task A_real_trail_file_ends_in_the_state_that_its_records_tell()
    {
        if (s_folder is null)
        {
            return;
        }

        await using var database = await TestDatabase.CreateAsync();
        var file = Assert.Single(Directory.GetFiles(Path.Combine(s_folder, "files"), "*T1230Z*.json.gz", SearchOption.AllDirectories));
        await using var stream = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var document = await JsonDocument.ParseAsync(stream);
        await database.ApplyAsync([.. document.RootElement.Items("Records").Select(TrailRecord.Of).Where(record => AssetEvents.Wants(record.EventSource, record.EventName))]);
        Assert.Equal(
            [
                "ebs.volume|vol-0aaaabbbbccccdddd|-|-|-|{\"Owner\": \"team-search\", \"Environment\": \"test\"}|-",
                "ebs.volume|vol-0fc2e34e74650e145|deleted|gp2|1|{\"Name\": \"StratusRedTeamVolume\", \"StratusRedTeam\": \"true\"}|2023-07-10 12:12:04+00",
                "ec2.instance|i-0dbc91f429e48eeed|terminated|t3.large|-|{\"Environment\": \"test\", \"StratusRedTeam\": \"true\"}|2023-07-10 12:08:06+00",
                "lambda.function|arn:aws:lambda:us-east-1:111122223333:function:stratus-red-team-backdoor-f-func|deleted|-|-|{\"Owner\": \"team-search\", \"StratusRedTeam\": \"true\"}|2023-07-10 12:28:39+00",
                "lambda.function|arn:aws:lambda:us-east-1:111122223333:function:stratus-red-team-olc-func-xhfgzaowxc|-|-|-|{}|-",
                "rds.dbcluster|cluster-ABCDEFGHIJKLMNOPQRSTUVWXYZ|creating|-|-|{\"Environment\": \"prod\"}|-",
                "rds.dbinstance|db-PDUCDGLRGDVGNFIUKF4FRJGEGY|deleting|db.t3.micro|10|{\"StratusRedTeam\": \"true\"}|2023-07-10 12:28:39+00",
            ],
            await database.RowsAsync("select kind, resource_id, state, class, size_gb, tags, removed_at from assets order by 1, 2"));
        // Calls that failed, and nothing of the other services.
        Assert.Equal("3", await database.RowAsync("select count(*) from asset_events where error_code is not null"));
    }

    [Fact]
    public void No_record_s_secret_is_kept_and_none_is_lost()
    {
        foreach (var file in s_folder is null ? [] : Directory.GetFiles(Path.Combine(s_folder, "records"), "*.json"))
        {
            var record = Authored.Read(File.ReadAllText(file));
            var events = AssetEvents.Of(record);
            var name = Path.GetFileNameWithoutExtension(file);
            var isAsset = AssetEvents.Wants(record.EventSource, record.EventName) && name != "ec2-CreateTags-image";
            Assert.True(isAsset == events.Count > 0, name);
            Assert.All(events, one => Assert.DoesNotContain("HIDDEN", one.Facts.ToJsonString(), StringComparison.Ordinal));
        }
    }
}
