using System.Text;
using System.Text.Json;
using OrgLens.Local.Simulation;

namespace OrgLens.Local.Tests.Simulation;

public sealed class SnapshotSimulatorTests
{
    private static readonly SimulationPlan Plan = new() { Accounts = 12, Days = 20, Start = new DateOnly(2026, 11, 1) };

    [Fact]
    public void Documents_have_the_members_of_the_reference_in_its_order()
    {
        var reference = new DocumentShape();
        foreach (var path in SampleDocuments.Paths())
        {
            reference.Add(JsonDocument.Parse(File.ReadAllBytes(path)).RootElement);
        }

        var simulated = Shape(Plan);

        foreach (var (path, members) in simulated.Members)
        {
            // What the reference calls the topic of a message depends on what failed.
            if (path != ".logs.message[]")
            {
                Assert.Subset(reference.Members[path], members);
            }
        }

        // One rule of the samples answers with a page of its own; everything else is there.
        Assert.Equal([".security.waf_rules[].action.Block.CustomResponse"], reference.Members.Keys.Except(simulated.Members.Keys));
    }

    [Fact]
    public void Values_are_of_the_kinds_that_the_reference_writes()
    {
        var reference = new DocumentShape();
        foreach (var path in SampleDocuments.Paths())
        {
            reference.Add(JsonDocument.Parse(File.ReadAllBytes(path)).RootElement);
        }

        var differences = Shape(Plan).Kinds
            .Where(entry => !entry.Key.StartsWith(".logs.message[].", StringComparison.Ordinal))
            .SelectMany(entry => entry.Value.Except(reference.Kinds[entry.Key]).Select(kind => $"{entry.Key}: {kind}"));

        // The format allows a secret that nobody ever read; the samples have none.
        Assert.Equal([".security.secrets_manager[].last_accessed_date: Null"], differences);
    }

    [Theory]
    [InlineData(150)]
    [InlineData(200)]
    [InlineData(1_000)]
    [InlineData(50_793)]
    public void Documents_for_measurements_have_exactly_the_rows_that_were_asked_for(int total)
    {
        var plan = new SimulationPlan { Accounts = 1, Days = 1, Start = new DateOnly(2026, 1, 1), Rows = RowCounts.ForTotal(total) };
        var simulator = new SnapshotSimulator(plan);

        Assert.Equal(total, plan.Rows.Total);
        Assert.Equal(total, simulator.Write(Assert.Single(simulator.Documents), Stream.Null));
    }

    [Fact]
    public void The_published_measurement_has_its_published_shape()
    {
        var rows = RowCounts.ForTotal(50_793);

        Assert.Equal((16_000, 11_000, 10_000, 6_000, 5_000), (rows.Findings, rows.Resources, rows.Applications, rows.Patches, rows.Evaluations));
    }

    [Fact]
    public void Documents_for_measurements_say_the_same_every_day_apart_from_costs_and_dates()
    {
        var plan = new SimulationPlan { Accounts = 1, Days = 2, Start = new DateOnly(2026, 1, 1), Rows = RowCounts.ForTotal(200) };
        var simulator = new SnapshotSimulator(plan);
        var days = simulator.Documents.Select(document => JsonDocument.Parse(Write(simulator, document)).RootElement).ToList();

        foreach (var section in new[] { "account", "security", "inventory", "service_resources", "compute_optimizer" })
        {
            Assert.Equal(days[0].GetProperty(section).GetRawText(), days[1].GetProperty(section).GetRawText());
        }
    }

    [Fact]
    public void Resources_come_and_go_and_findings_are_resolved()
    {
        var simulator = new SnapshotSimulator(Plan);
        var account = simulator.Organization.Accounts[0];
        var days = simulator.Documents.Where(document => document.Account == account && document.Region == account.Regions[0])
            .Select(document => JsonDocument.Parse(Write(simulator, document)).RootElement).ToList();

        var first = Resources(days[0]);
        var last = Resources(days[^1]);
        Assert.NotEmpty(first.Except(last));
        Assert.NotEmpty(last.Except(first));
        Assert.NotEmpty(first.Intersect(last));
        Assert.Contains(days, day => day.GetProperty("security").GetProperty("security_hub").EnumerateArray().Any(product => product.GetProperty("resolved_findings").GetInt32() > 0));
    }

    [Fact]
    public void Natural_keys_are_unique_within_a_document()
    {
        var plan = new SimulationPlan { Accounts = 1, Days = 1, Start = new DateOnly(2026, 1, 1), Rows = RowCounts.ForTotal(2_000) };
        var simulator = new SnapshotSimulator(plan);
        var document = JsonDocument.Parse(Write(simulator, simulator.Documents.Single())).RootElement;

        AssertUnique(document.GetProperty("service_resources"), "service_name", "resource_type", "resource_id");
        AssertUnique(document.GetProperty("compute_optimizer"), "resource_arn");
        AssertUnique(document.GetProperty("config").GetProperty("non_compliant_resources"), "rule_name", "resource_id");
        AssertUnique(document.GetProperty("inventory").GetProperty("applications"), "instance_id", "name");
        AssertUnique(document.GetProperty("inventory").GetProperty("patches"), "instance_id", "title");
    }

    [Fact]
    public void Accounts_have_ids_of_their_own_of_12_digits()
    {
        var accounts = new SimulatedOrganization(Plan with { Accounts = 500 }).Accounts;

        Assert.Equal(500, accounts.Select(account => account.Id).Distinct().Count());
        Assert.Equal(500, accounts.Select(account => account.Name).Distinct().Count());
        Assert.All(accounts, account => Assert.Matches(@"\A\d{12}\z", account.Id));
    }

    private static DocumentShape Shape(SimulationPlan plan)
    {
        var shape = new DocumentShape();
        var simulator = new SnapshotSimulator(plan);
        foreach (var document in simulator.Documents)
        {
            shape.Add(JsonDocument.Parse(Write(simulator, document)).RootElement);
        }

        return shape;
    }

    private static string Write(SnapshotSimulator simulator, SimulatedDocument document)
    {
        using var stream = new MemoryStream();
        simulator.Write(document, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static IEnumerable<string> Resources(JsonElement document) =>
        [.. document.GetProperty("service_resources").EnumerateArray().Select(row => row.GetProperty("resource_id").GetString()!)];

    private static void AssertUnique(JsonElement rows, params string[] key)
    {
        var keys = rows.EnumerateArray().Select(row => string.Join('|', key.Select(name => row.GetProperty(name).GetString()))).ToList();
        Assert.NotEmpty(keys);
        Assert.Equal(keys.Count, keys.Distinct().Count());
    }
}
