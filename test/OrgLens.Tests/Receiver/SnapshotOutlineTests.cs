using System.Text;
using System.Text.Json.Nodes;
using OrgLens.Receiver;

namespace OrgLens.Tests.Receiver;

public sealed class SnapshotOutlineTests
{
    private const int BufferBytes = 128 * 1024;

    [Fact]
    public void Counts_the_rows_of_a_sample()
    {
        var outline = DocumentText.Outline(Samples.A.Stored);
        Assert.Equal("111122223333", outline.Account);
        Assert.Null(outline.SchemaVersion);
        Assert.Null(outline.CollectedAt);
        Assert.Empty(outline.Failed);
        Assert.Empty(outline.IgnoredMembers);
        Assert.Equal(
            "account 1, config 1, config.non_compliant_resources 20, service 19, cost 1, security.security_hub.findings 52, security.guard_duty 6, "
            + "security.kms 5, security.waf 3, security.waf_rules 11, security.cloudtrail 3, security.secrets_manager 5, security.certificate_manager 4, "
            + "security.inspector 17, inventory.instances 10, inventory.applications 69, inventory.patches 40, trusted_advisor 13, health 3, "
            + "resilience_hub 1, service_resources 84, compute_optimizer 26, ri_sp_savings 6",
            string.Join(", ", outline.Rows.OrderBy(pair => Order(pair.Key)).Select(pair => $"{pair.Key} {pair.Value}")));
        Assert.Equal(outline.Rows.Keys.Order(StringComparer.Ordinal), outline.Hashes.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_list_where_an_object_belongs_is_a_failed_collector()
    {
        var outline = DocumentText.Outline(Samples.C2.Stored);
        Assert.Equal(["config", "cost", "inventory"], outline.Failed);
        Assert.DoesNotContain("config", outline.Rows.Keys);
    }

    [Fact]
    public void A_repeated_member_of_a_failed_collector_is_told_once()
    {
        var outline = DocumentText.Outline(DocumentText.With("\"config\": [], \"config\": []"));
        Assert.Equal(["config"], outline.Failed);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("service")]
    [InlineData("cost")]
    [InlineData("inventory")]
    [InlineData("logs")]
    [InlineData("support_tickets")]
    public void An_absent_category_may_be_null(string section)
    {
        var document = EmptyDocument.Of("111122223333");
        document[section] = null;
        var outline = DocumentText.Outline(document.ToJsonString());
        Assert.DoesNotContain(section, outline.Rows.Keys);
        Assert.Empty(outline.IgnoredMembers);
    }

    [Fact]
    public void Unknown_members_are_counted_by_their_path()
    {
        var document = EmptyDocument.Of("111122223333");
        document["iam"] = new JsonArray(1, 2);
        document["security"] = new JsonObject { ["macie"] = new JsonArray(), ["kms"] = new JsonArray() };
        document["inventory"] = new JsonObject { ["printers"] = new JsonObject(), ["users"] = new JsonArray() };
        var outline = DocumentText.Outline(document.ToJsonString());
        Assert.Equal(["iam", "inventory.printers", "security.macie"], outline.IgnoredMembers.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Tickets_may_lie_in_an_object_with_totals()
    {
        var document = EmptyDocument.Of("111122223333");
        document["support_tickets"] = new JsonObject { ["total"] = 2, ["tickets"] = new JsonArray(new JsonObject { ["case_id"] = "1" }, new JsonObject { ["case_id"] = "2" }) };
        var outline = DocumentText.Outline(document.ToJsonString());
        Assert.Equal(2, outline.Rows["support_tickets"]);
    }

    [Fact]
    public void Compression_changes_nothing()
    {
        var plain = Encoding.UTF8.GetBytes(Samples.Parse(Samples.A).ToJsonString());
        Assert.Equal(DocumentText.Outline(plain).Hashes.OrderBy(pair => pair.Key), DocumentText.Outline(DocumentText.Gzip(plain)).Hashes.OrderBy(pair => pair.Key));
    }

    [Fact]
    public void Version_and_time_of_collection_are_read()
    {
        var outline = DocumentText.Outline(DocumentText.With("\"schema_version\": \"1\", \"collected_at\": \"2026-01-02T03:04:05+02:00\""));
        Assert.Equal("1", outline.SchemaVersion);
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 1, 4, 5, TimeSpan.Zero), outline.CollectedAt);
    }

    [Fact]
    public void A_changed_value_changes_the_hash_of_its_section_only()
    {
        var document = Samples.Parse(Samples.A);
        document["security"]!["kms"]![2]!["key_state"] = "Disabled";
        var before = DocumentText.Outline(Samples.Parse(Samples.A).ToJsonString());
        var after = DocumentText.Outline(document.ToJsonString());
        Assert.Equal(["security.kms"], before.Hashes.Where(pair => after.Hashes[pair.Key] != pair.Value).Select(pair => pair.Key));
    }

    [Fact]
    public void Products_of_findings_belong_to_the_hash()
    {
        var document = Samples.Parse(Samples.A);
        document["security"]!["security_hub"]![0]!["service"] = "Another";
        var before = DocumentText.Outline(Samples.Parse(Samples.A).ToJsonString());
        var after = DocumentText.Outline(document.ToJsonString());
        Assert.NotEqual(before.Hashes[SnapshotForm.Findings], after.Hashes[SnapshotForm.Findings]);
    }

    [Fact]
    public void Tokens_may_be_split_anywhere_by_the_end_of_a_buffer()
    {
        var text = Encoding.UTF8.GetBytes(Small().ToJsonString());
        var whole = DocumentText.Outline(text);
        for (var split = 1; split < text.Length; split++)
        {
            // Blanks in front move the end of the first buffer to every byte of the document.
            var padded = new byte[BufferBytes - split + text.Length];
            padded.AsSpan(0, BufferBytes - split).Fill((byte)' ');
            text.CopyTo(padded.AsSpan(BufferBytes - split));
            var outline = DocumentText.Outline(padded);
            Assert.Equal(whole.Hashes, outline.Hashes);
            Assert.Equal(whole.Rows, outline.Rows);
            Assert.Equal(whole.IgnoredMembers, outline.IgnoredMembers);
        }
    }

    [Fact]
    public void A_stream_may_give_one_byte_at_a_time()
    {
        var whole = DocumentText.Outline(Samples.C1.Stored);
        var outline = SnapshotOutline.Read(new TrickleStream(Samples.C1.Stored), SnapshotLimits.Default, isStrict: false);
        Assert.Equal(whole.Hashes, outline.Hashes);
    }

    [Fact]
    public void A_row_that_fits_into_no_request_is_a_bad_row_and_no_bad_document()
    {
        var limits = new SnapshotLimits { ChunkBytes = 1000 };
        var document = EmptyDocument.Of("111122223333");
        document["service"] = new JsonArray(new JsonObject { ["service"] = new string('x', 2000) }, new JsonObject { ["service"] = "EC2" });
        var outline = DocumentText.Outline(Encoding.UTF8.GetBytes(document.ToJsonString()), limits);
        Assert.Equal(2, outline.Rows["service"]);
    }

    private static JsonObject Small()
    {
        var document = EmptyDocument.Of("111122223333");
        document["account"]!["account_name"] = "Grüße 😀 \"quoted\" \\ \u0001";
        document["service"] = new JsonArray(new JsonObject { ["service"] = "Amazon EC2", ["cost"] = -12.5e3 }, new JsonObject { ["tax"] = true, ["none"] = null });
        document["config"] = new JsonObject { ["date_from"] = "2026-01-01", ["non_compliant_resources"] = new JsonArray(new JsonObject { ["rule_name"] = "r" }) };
        document["security"] = new JsonObject
        {
            ["security_hub"] = new JsonArray(new JsonObject { ["service"] = "GuardDuty", ["findings"] = new JsonArray(new JsonObject { ["finding_id"] = "f" }), ["total"] = 1 }),
        };
        document["unknown"] = new JsonArray(1, "two", new JsonObject { ["x"] = new JsonArray() });
        return document;
    }

    private static int Order(string section) => Array.IndexOf(
        [
            "account", "config", "config.non_compliant_resources", "service", "cost", "security.security_hub.findings", "security.guard_duty", "security.kms",
            "security.waf", "security.waf_rules", "security.cloudtrail", "security.secrets_manager", "security.certificate_manager", "security.inspector",
            "inventory.instances", "inventory.applications", "inventory.patches", "trusted_advisor", "health", "resilience_hub", "service_resources",
            "compute_optimizer", "ri_sp_savings",
        ],
        section);

    private sealed class TrickleStream(byte[] bytes) : MemoryStream(bytes, writable: false)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1));

        public override int Read(Span<byte> buffer) => base.Read(buffer.Length > 1 ? buffer[..1] : buffer);
    }
}
