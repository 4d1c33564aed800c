using System.Text.Json.Nodes;
using OrgLens.Tests.Cluster;
using OrgLens.Tests.Receiver;
using static OrgLens.Tests.Audit.Assets.Authored;

namespace OrgLens.Tests.Audit.Assets;

/// <summary>A snapshot repairs what events missed, and never takes back what is newer than itself.</summary>
public sealed class AssetReconcileTests
{
    // The instants of snapshots get a fraction that tells them apart.
    private const string State = """
        select resource_id, state, class, date_trunc('second', removed_at), removed_by, source from assets where removed_at is not null and account = '{0}'
        union all
        select resource_id, state, class, null, null, source from view_assets where account = '{0}'
        """;

    /// <summary>Steps, told in every order, and how it ends: events by their minute after ten, snapshots by their day at noon.</summary>
    public static TheoryData<string, string, string> Histories => new()
    {
        { "a creation was missed", "snap 3 complete i-1:running:t3.micro", "i-1|running|t3.micro|-|-|snapshot" },
        { "a change was missed", "run 2; snap 3 complete i-1:stopped:t3.large", "i-1|stopped|t3.large|-|-|snapshot" },
        { "an unchanged listing outdates what was heard in between", "snap 1 complete i-1:running:t3.micro; stop 2; snap 3 complete i-1:running:t3.micro", "i-1|running|t3.micro|-|-|snapshot" },
        { "an event is newer than the snapshot", "snap 1 complete i-1:running:t3.micro; stop 2", "i-1|stopping|t3.micro|-|-|event" },
        { "a termination was missed", "run 1; snap 3 complete", "i-1|terminated|t3.micro|2026-03-03 12:00:00+00|snapshot|event" },
        { "a termination of what was listed was missed", "snap 1 complete i-1:running:t3.micro; stop 2; snap 3 empty", "i-1|terminated|t3.micro|2026-03-03 12:00:00+00|snapshot|event" },
        { "a snapshot that was denied proves nothing", "run 1; snap 3 denied_iam", "i-1|pending|t3.micro|-|-|event" },
        { "a snapshot without coverage proves nothing", "run 1; snap 3 none", "i-1|pending|t3.micro|-|-|event" },
        { "a snapshot of before the creation proves nothing", "snap 1 complete; run 2", "i-1|pending|t3.micro|-|-|event" },
        { "the first of several that miss it counts", "run 1; snap 3 complete; snap 4 complete", "i-1|terminated|t3.micro|2026-03-03 12:00:00+00|snapshot|event" },
        { "what comes back was not gone", "snap 1 complete i-1:running:t3.micro; snap 3 complete; snap 4 complete i-1:stopped:t3.micro", "i-1|stopped|t3.micro|-|-|snapshot" },
        { "a late listing does not resurrect", "run 1; end 2; snap 1 complete i-1:running:t3.micro", "i-1|terminated|t3.micro|2026-03-02 10:00:00+00|event|event" },
        { "the listing of an end agrees with the event", "run 1; end 2; snap 3 complete i-1:terminated:t3.micro", "i-1|terminated|t3.micro|2026-03-02 10:00:00+00|event|snapshot" },
        { "a listed end is an end", "run 1; snap 3 complete i-1:shutting-down:t3.micro", "i-1|shutting-down|t3.micro|2026-03-03 12:00:00+00|snapshot|snapshot" },
    };

    [Theory]
    [MemberData(nameof(Histories))]
    public async Task Events_and_snapshots_agree_in_every_order(string what, string history, string expected)
    {
        await using var database = await TestDatabase.CreateAsync();
        var steps = history.Split("; ");
        var account = 0;
        foreach (var order in Permutations.Of(steps.Length))
        {
            var owner = $"{111122220000 + ++account}";
            foreach (var step in order.Select(index => steps[index].Split(' ')))
            {
                await TellAsync(database, owner, step);
            }

            var ended = await database.RowAsync(State.Replace("{0}", owner, StringComparison.Ordinal));
            Assert.True(expected == ended, $"{what}, told as {string.Join(", ", order)}: {ended}");
        }
    }

    [Fact]
    public async Task All_kinds_of_a_snapshot_become_assets()
    {
        await using var database = await TestDatabase.CreateAsync();
        var document = EmptyDocument.Of(Account);
        document["service_resources"] = JsonNode.Parse($$"""
            [{"service_name":"EBS","resource_type":"Volume","resource_id":"vol-1","resource_name":"data","state":"in-use","size_gb":20,"volume_type":"gp3","creation_date":"2026-01-01T00:00:00Z","tags":[{"Key":"Team","Value":"shop"}]},
             {"service_name":"RDS","resource_type":"DBInstance","resource_id":"orders","resource_name":"orders","state":"available","engine":"postgres","instance_class":"db.t3.micro","details":{"resource_id":"db-1"} },
             {"service_name":"RDS","resource_type":"DBCluster","resource_id":"shop","resource_name":"shop","state":"available","engine":"aurora-postgresql"},
             {"service_name":"Lambda","resource_type":"Function","resource_id":"{{FunctionArn("f")}}","resource_name":"f","engine":"dotnet10","size_gb":0.5,"vpc_id":"","tags":[]},
             {"service_name":"S3","resource_type":"Bucket","resource_id":"logs"}]
            """);
        await database.LoadAsync(TestSnapshot.Of($"data/{Account}/us-east-1/2026-03-03_DAILY.json", Listings.Noon(3), document));
        Assert.Equal(
            [
                "ebs.volume|vol-1|data|in-use|gp3|20|-|shop|{\"Team\": \"shop\"}",
                $"lambda.function|{FunctionArn("f")}|f|Active|-|-|dotnet10|-|{{}}",
                $"rds.dbcluster|arn:aws:rds:us-east-1:{Account}:cluster:shop|shop|available|-|-|-|-|{{}}",
                "rds.dbinstance|db-1|orders|available|db.t3.micro|-|-|-|{}",
            ],
            await database.RowsAsync("select kind, resource_id, name, state, class, size_gb, runtime, team, tags from view_assets order by 1"));
    }

    [Fact]
    public async Task A_listing_by_name_is_about_the_database_that_bears_it()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.ApplyAsync(DatabaseLife("orders", "db-1")[0]);
        var document = EmptyDocument.Of(Account);
        document["service_resources"] = JsonNode.Parse("""[{"service_name":"RDS","resource_type":"DBInstance","resource_id":"orders","resource_name":"orders","state":"available"}]""");
        await database.LoadAsync(TestSnapshot.Of($"data/{Account}/us-east-1/2026-03-03_DAILY.json", Listings.Noon(3), document));
        Assert.Equal("db-1|available|prod", await database.RowAsync("select resource_id, state, environment from assets"));
    }

    [Fact]
    public async Task A_snapshot_that_says_nothing_new_writes_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        await TellAsync(database, Account, ["run", "2"]);
        await TellAsync(database, Account, ["snap", "3", "complete", "i-1:running:t3.micro", "i-2:running:t3.micro"]);
        var before = await database.RowsAsync("select xmin, a.* from assets a");
        await TellAsync(database, Account, ["snap", "4", "complete", "i-1:running:t3.micro", "i-2:running:t3.micro"]);
        Assert.Equal(before, await database.RowsAsync("select xmin, a.* from assets a"));
        Assert.Equal(2, before.Count);
    }

    private static Task TellAsync(TestDatabase database, string account, string[] step)
    {
        var time = $"2026-03-0{step[1]}T10:00:00Z";
        return step[0] switch
        {
            "run" => database.ApplyAsync(Run(time, "i-1", account)),
            "stop" => database.ApplyAsync(States("ec2.StopInstances", time, "i-1", "stopping", account)),
            "end" => database.ApplyAsync(States("ec2.TerminateInstances", time, "i-1", "shutting-down", account)),
            _ => database.LoadAsync(Listings.Of(int.Parse(step[1], null), account, step[2], step[3..])),
        };
    }
}
