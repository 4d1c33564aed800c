using System.Globalization;
using System.Text.Json.Nodes;
using OrgLens.Tests.Cluster;

namespace OrgLens.Tests.Receiver;

/// <summary>
/// Random but repeatable histories of an account in two Regions: rows appear, change, vanish and return; some documents have
/// coverage and some have none, like the reference's; collectors are denied or throttled; keys are overwritten; some instants are
/// shared by both Regions; some rows are bad or doubled.
/// </summary>
internal sealed class HistoryGenerator(int seed)
{
    private static readonly string[] s_regions = ["eu-west-1", "us-east-1"];
    private static readonly string[] s_products = ["GuardDuty", "Inspector"];
    private static readonly DateTimeOffset s_start = new(2026, 3, 1, 1, 0, 0, TimeSpan.Zero);

    private readonly Random _random = new(seed);

    /// <summary>The documents in the order in which they were made.</summary>
    public IReadOnlyList<TestSnapshot> Generate(string account, int days)
    {
        var history = new List<TestSnapshot>();
        for (var day = 0; day < days; day++)
        {
            var regionsMeet = Chance(40);
            foreach (var region in s_regions.Where(_ => Chance(85)))
            {
                var instant = s_start.AddDays(day).AddSeconds(regionsMeet || region == s_regions[0] ? 0 : 7);
                history.Add(Document(account, region, instant));
                if (Chance(15))
                {
                    // The sender ran again and overwrote the object.
                    history.Add(Document(account, region, instant.AddHours(3)));
                }
            }
        }

        return history;
    }

    /// <summary>Any order, with some documents coming twice.</summary>
    public IReadOnlyList<TestSnapshot> Shuffle(IReadOnlyList<TestSnapshot> history)
    {
        var order = history.Concat(history.Where(_ => Chance(30))).ToArray();
        _random.Shuffle(order);
        return order;
    }

    private TestSnapshot Document(string account, string region, DateTimeOffset instant)
    {
        var day = DateOnly.FromDateTime(instant.UtcDateTime);
        var (from, to) = (Day(day.AddDays(-1)), Day(day));
        var coverage = Chance(60) ? new CoverageDraft(_random) : null;
        var document = new JsonObject
        {
            ["account"] = Account(account),
            ["config"] = Chance(15) ? new JsonArray() : Config(from, to),
            ["service"] = Rows(3, i => new JsonObject { ["service"] = $"Service {i}", ["usage_types"] = "Aggregated", ["date_from"] = from, ["date_to"] = to, ["cost"] = Value() }),
            ["cost"] = Chance(15) ? new JsonArray() : Cost(from, to),
            ["security"] = Security(account, region, coverage),
            ["inventory"] = Inventory(region, coverage),
            ["marketplace"] = Rows(1, i => new JsonObject { ["product_code"] = $"p{i}", ["cost_consumed"] = Value(), ["period_start"] = from, ["period_end"] = to }),
            ["trusted_advisor"] = Listed(coverage, "Global", "trusted_advisor", 3, i => new JsonObject { ["check_name"] = $"check {i}", ["severity"] = Word() }),
            ["health"] = Listed(coverage, "Global", "health", 2, i => new JsonObject { ["arn"] = $"arn:aws:health:{i}", ["status_code"] = Word() }),
            ["application"] = new JsonArray(),
            ["resilience_hub"] = new JsonArray(),
            ["service_resources"] = Resources(region, coverage),
            ["ri_sp_savings"] = Rows(3, i => new JsonObject
            {
                ["reservation_type"] = i == 0 ? "Savings Plan" : "Reserved Instance",
                ["subscription_id"] = $"r{i}",
                ["date_from"] = from,
                ["date_to"] = to,
                ["net_savings"] = Value(),
            }),
            ["support_tickets"] = Listed(coverage, "Global", "support_tickets", 2, i => new JsonObject { ["case_id"] = $"case {i}", ["status"] = Word() }),
            ["logs"] = new JsonObject { ["account_status"] = "Pass", ["message"] = new JsonArray(new JsonObject { ["cost"] = Word() }) },
        };
        if (coverage is not null)
        {
            document["schema_version"] = "1";
            document["collected_at"] = instant.AddSeconds(-30).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            document["coverage"] = coverage.ToJson();
        }

        return TestSnapshot.Of($"data/{account}/{region}/{Day(day)}_DAILY.json", instant, document);
    }

    private JsonObject Account(string account) => Chance(10) ? new JsonObject() : new JsonObject
    {
        ["account_id"] = account,
        ["account_name"] = $"account {Word()}",
        ["product"] = Chance(50) ? "Storefront" : Chance(50) ? "Storefront, Order Processing" : "None",
        ["contact_info"] = Chance(20) ? new JsonObject() : new JsonObject { ["city"] = Word() },
        ["alternate_contacts"] = new JsonObject
        {
            ["billing"] = Chance(50) ? null : new JsonObject { ["name"] = Word() },
            ["security"] = Chance(50) ? null : new JsonObject { ["name"] = Word() },
        },
    };

    private JsonObject Config(string from, string to) => new()
    {
        ["date_from"] = from,
        ["date_to"] = to,
        ["compliance_score"] = Value(),
        ["non_compliant_resources"] = Rows(3, i => new JsonObject { ["rule_name"] = $"rule {i}", ["resource_id"] = "x", ["compliance_type"] = Word() }),
    };

    private JsonObject Cost(string from, string to) => new()
    {
        ["current_period_cost"] = Value(),
        ["period"] = new JsonObject { ["start"] = from, ["end"] = to, ["granularity"] = "DAILY" },
        ["top_services"] = Rows(3, i => new JsonObject { ["service"] = $"Service {i}", ["cost"] = Value() }),
        ["forecast"] = Rows(2, i => new JsonObject { ["period"] = new JsonObject { ["start"] = $"2026-0{4 + i}-01", ["end"] = $"2026-0{5 + i}-01" }, ["amount"] = Value() }),
    };

    private JsonObject Security(string account, string region, CoverageDraft? coverage) => new()
    {
        ["security_hub"] = new JsonArray([.. s_products.Select(product => (JsonNode)new JsonObject
        {
            ["service"] = product,
            ["findings"] = Listed(coverage, region, "security.security_hub", 3, i => new JsonObject
            {
                ["finding_id"] = $"{product}/{i}", ["severity"] = Chance(50) ? "HIGH" : "LOW", ["status"] = Chance(50) ? "NEW" : "RESOLVED", ["product_name"] = product,
            }),
        })]),
        ["kms"] = Listed(coverage, region, "security.kms", 4, i => new JsonObject
        {
            ["arn"] = $"arn:aws:kms:{region}:{account}:key/{i}",
            ["key_state"] = Word(),
            ["creation_date"] = Chance(4) ? "never" : "2026-01-01T00:00:00+00:00",
        }),
        ["waf"] = Rows(2, i => new JsonObject { ["arn"] = $"arn:aws:wafv2:{i}", ["scope"] = i == 0 ? "CLOUDFRONT" : "REGIONAL", ["description"] = Word() }),
    };

    private JsonNode Inventory(string region, CoverageDraft? coverage) => Chance(15) ? new JsonArray() : new JsonObject
    {
        ["instances"] = Listed(coverage, region, "inventory.instances", 3, i => new JsonObject { ["instance_id"] = $"i-{i}", ["ping_status"] = Word() }),
        ["applications"] = Listed(coverage, region, "inventory.applications", 5, i => new JsonObject { ["instance_id"] = $"i-{i % 4}", ["name"] = $"app {i}", ["application_type"] = Word() }),
    };

    private JsonArray Resources(string region, CoverageDraft? coverage) =>
    [
        .. Listed(coverage, region, "ec2.instance", 4, i => new JsonObject
        {
            ["service_name"] = "EC2", ["resource_type"] = "Instance", ["resource_id"] = $"i-{i}", ["state"] = Word(), ["size_gb"] = Chance(4) ? "big" : Value(),
        }).Concat(Listed(coverage, "Global", "s3.bucket", 3, i => new JsonObject
        {
            ["service_name"] = "S3", ["resource_type"] = "Bucket", ["resource_id"] = $"b-{i}", ["state"] = Word(),
        })).Select(row => row!.DeepClone()),
    ];

    // A list as far as its collector got, with the coverage that says so.
    private JsonArray Listed(CoverageDraft? coverage, string region, string collector, int most, Func<int, JsonObject> row)
    {
        var rows = Rows(most, row);
        return coverage?.Cut(collector, region, rows) ?? rows;
    }

    private JsonArray Rows(int most, Func<int, JsonObject> row)
    {
        var rows = new JsonArray();
        foreach (var i in Enumerable.Range(0, most).Where(_ => Chance(65)))
        {
            rows.Add(row(i));
            if (Chance(3))
            {
                rows.Add(row(i));
            }
        }

        return rows;
    }

    private bool Chance(int percent) => _random.Next(100) < percent;

    private int Value() => _random.Next(3);

    private string Word() => _random.Next(3) switch { 0 => "alpha", 1 => "beta", _ => "gamma" };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
