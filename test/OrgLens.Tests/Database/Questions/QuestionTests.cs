using OrgLens.Database;
using OrgLens.Tests.Cluster;
using OrgLens.Tests.Sender.Simulated;

namespace OrgLens.Tests.Database.Questions;

/// <summary>What analysts ask is answered, and answered right.</summary>
public sealed class QuestionTests(PlantedDatabase planted) : IClassFixture<PlantedDatabase>
{
    // The simulated organization has no such thing: the planted one has, and ChangeTests switch protection off and open findings again.
    private static readonly string[] s_withoutAnswer = ["cost-spikes", "full-subnets", "reopened-findings", "untagged-spend", "weakened-settings"];

    [Fact]
    public void Every_question_is_one_and_says_so_in_its_first_line() =>
        Assert.All(SqlFiles.Under("queries"), name => Assert.Matches(@"\A-- [A-Z][^\n]+\?( \([^\n]+\))?\n", SqlFiles.Read(name).ReplaceLineEndings("\n")));

    [Fact]
    public async Task Every_question_runs_on_an_empty_database()
    {
        await using var database = await TestDatabase.CreateAsync();
        foreach (var name in SqlFiles.Under("queries"))
        {
            Assert.Empty((await database.App().QueryAsync(SqlFiles.Read(name), [], CancellationToken.None)).Records ?? []);
        }
    }

    [Fact]
    public async Task Every_question_is_answered_to_readers_about_an_organization()
    {
        var database = await LoadedOrganization.SharedAsync();
        var silent = new List<string>();
        foreach (var name in SqlFiles.Under("queries"))
        {
            if ((await database.ReaderRowsAsync(SqlFiles.Read(name))).Count == 0)
            {
                silent.Add(Path.GetFileName(name));
            }
        }

        Assert.Equal(s_withoutAnswer, silent);
    }

    [Theory]
    [InlineData("accounts", "account_id, latest_cost, critical_findings, nodes", "111122223333|34.00|3|3", "444455556666|-|-|0")]
    [InlineData("cost-by-account", "account, cost, cost_before", "111122223333|34.00|-")]
    [InlineData("cost-by-service", "service, cost, accounts, days", "Amazon Elastic Compute Cloud - Compute|60.00|1|4", "Amazon Simple Storage Service|4.00|1|1")]
    [InlineData("cost-by-product", "product, environment, cost, accounts", "Shop|PRODUCTION|64.00|1")]
    [InlineData("cost-growth", "service, days, cost_before, cost, growth, growth_percent", "Amazon Elastic Compute Cloud - Compute|1|10.00|30.00|20.00|200.0")]
    [InlineData("cost-spikes", "day, service, cost, usual, days_known", "2026-11-11|Amazon Elastic Compute Cloud - Compute|30.00|10.00|3")]
    [InlineData("forecast", "last_month, days_of_last_month, so_far, rest_of_month, expected, growth_percent", "15.00|1|64.00|300.00|364.00|2326.7")]
    [InlineData("untagged-spend", "service, resources, untagged, cost, untagged_cost", "EC2|1|1|60.00|60.00", "S3|2|1|4.00|2.00")]
    [InlineData("idle-resources", "service_name, resource_id", "EBS|vol-plain", "EC2|i-stopped")]
    [InlineData("oversized-resources", "resource, now, advised, monthly_savings_usd", "web|m5.large|t3.medium|25.50", "data|gp2 100 GiB|gp3 100 GiB|2.00")]
    [InlineData("savings", "source, resources, monthly_savings", "Trusted Advisor|2|40.00", "Compute Optimizer|1|25.50", "Compute Optimizer|1|2.00")]
    [InlineData("underused-reservations", "subscription_id, utilization", "ending|50.0")]
    [InlineData("commitments-ending", "subscription_id, ends_on, days_left, monthly_cost_on_demand, monthly_cost", "ending|2026-12-11|30|60.00|45.00")]
    [InlineData("marketplace", "product_code, status, period_end, cost", "Scanner|-|2026-11-12|12.50", "prod-1|ACTIVE|2027-01-01|-")]
    [InlineData("critical-findings", "title, status", "Accepted|SUPPRESSED", "Root user has keys|NEW")]
    [InlineData("old-critical-findings", "account, findings, titles", "111122223333|1|Root user has keys")]
    [InlineData("new-findings", "severity, title", "HIGH|Bucket is public")]
    [InlineData("unguarded-accounts", "account, service, regions_on, regions_off, regions_not_known, off_where_resources_are",
        "111122223333|AWS Config|0|1|0|eu-west-1", "111122223333|GuardDuty|1|1|0|-", "111122223333|Inspector|0|0|1|-", "444455556666|CloudTrail|0|1|0|-")]
    [InlineData("threats", "severity, finding_type", "8|UnauthorizedAccess:EC2/SSHBruteForce")]
    [InlineData("vulnerabilities", "severity, title, findings", "CRITICAL|CVE-2026-2 - curl|1", "HIGH|CVE-2026-1 - openssl|2")]
    [InlineData("expiring-certificates", "domain_name", "old.example.com")]
    [InlineData("unrotated-keys", "key_id", "still")]
    [InlineData("unrotated-secrets", "name", "stale")]
    [InlineData("stopped-trails", "name", "stopped")]
    [InlineData("silent-firewalls", "name, protects, logs", "idle|0|t", "mute|1|f")]
    [InlineData("public-buckets", "bucket, state, blocks_acls, blocks_policies", "open|open|t|f", "dark|not known|f|f")]
    [InlineData("public-databases", "database, version, encrypted", "shop-open|15.4|false")]
    [InlineData("unencrypted-storage", "service, resource_id", "EBS|vol-plain", "RDS|shop-open", "S3|open")]
    [InlineData("fragile-databases", "database, multi_az, backup_days, deletion_protection", "shop-open|f|1|f")]
    [InlineData("outdated-runtimes", "function, runtime, supported_until", "legacy|python3.8|2024-10-14")]
    [InlineData("missing-patches", "severity, title, state, nodes, platforms", "Critical|kernel|MISSING|1|Ubuntu", "Critical|kernel|Missing|1|Amazon Linux", "Low|docs|FAILED|1|Ubuntu")]
    [InlineData("offline-nodes", "instance_id, ping_status, missing_patches", "i-away|ConnectionLost|1", "i-bare|Online|2")]
    [InlineData("software", "name, versions, nodes, which", "openssl|2|2|1.1, 3.0", "curl|1|1|8.0")]
    [InlineData("full-subnets", "subnet, free, addresses, free_percent", "subnet-full|2|11|18.2")]
    [InlineData("non-compliant-rules", "rule_name, resources, example", "encrypted-volumes|1|is not encrypted")]
    [InlineData("unmet-resilience", "name, rto_target_seconds, rto_seconds", "checkout|3600|7200")]
    [InlineData("upcoming-events", "service, event, status, affected, what", "RDS|AWS_RDS_MAINTENANCE_SCHEDULED|upcoming|2|shop-copy, shop-db")]
    [InlineData("open-cases", "display_id, severity, status", "1|urgent|pending-customer-action")]
    [InlineData("gone-resources", "resource_id, removed_at::date", "i-well|2026-11-13")]
    [InlineData("silent-accounts", "account_id, days_behind", "444455556666|32")]
    [InlineData("stale-collectors", "account, collector, status, last_complete::date", "111122223333|security.inspector|denied_iam|-", "444455556666|security.cloudtrail|empty|2026-10-12")]
    [InlineData("coverage-gaps", "account_id, region, collector, status", "111122223333|eu-west-1|security.inspector|denied_iam")]
    [InlineData("resources", "service_name, resource_type, resources", "RDS|DBInstance|3", "S3|Bucket|3", "EBS|Volume|2", "Lambda|Function|2", "VPC|Subnet|2", "EC2|Instance|1")]
    public async Task An_answer_has_what_was_asked_for_and_nothing_else(string question, string columns, params string[] expected)
    {
        var sql = SqlFiles.Read($"queries/{question}").TrimEnd().TrimEnd(';');
        Assert.Equal(expected, await planted.Database.ReaderRowsAsync($"select {columns} from ({sql}) answer"));
    }
}
