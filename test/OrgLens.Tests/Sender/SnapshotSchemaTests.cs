using System.Text.Json.Nodes;
using OrgLens.Tests.Receiver;

namespace OrgLens.Tests.Sender;

/// <summary>The published schema; that our own documents are as it says is tested with every collector (<see cref="Collected"/>).</summary>
public sealed class SnapshotSchemaTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("b")]
    [InlineData("d")]
    [InlineData("c1")]
    [InlineData("c2")]
    public void The_references_documents_are_valid_and_all_their_members_listed(string name)
    {
        var document = Samples.Parse(Samples.Named(name));
        Assert.Empty(SnapshotSchema.Published.Differences(document));
        Assert.Empty(SnapshotSchema.Closed.Differences(document));
    }

    [Theory]
    [InlineData("""{"security":{"kms":[{"arn":"a"},{"key_id":"k"}]}}""", "/security/kms/1: required")]
    [InlineData("""{"service":[{"service":"EC2","date_from":"2026-05-03","date_to":"2026-05-04"}]}""", "/service/0: required")]
    [InlineData("""{"account":{"account_name":"n"}}""", "/account: required")]
    [InlineData("""{"security":{"secrets_manager":[{"arn":"a","name":7}]}}""", "/security/secrets_manager/0/name: type")]
    [InlineData("""{"security":{"guard_duty":[{"id":null}]}}""", "/security/guard_duty/0/id: type")]
    [InlineData("""{"security":{"security_hub":[{"service":"Inspector","findings":[{"finding_id":"f","severity":true}]}]}}""", "/security/security_hub/0/findings/0/severity: type")]
    [InlineData("""{"inventory":{"instances":[{"instance_id":"i-1","last_ping_date_time":"2026-05-03 06:00"}]}}""", "/inventory/instances/0/last_ping_date_time: pattern")]
    [InlineData("""{"cost":{"period":{"start":"2026-05-03","end":"2026-05-04","granularity":"HOURLY"}}}""", "/cost/period/granularity: enum")]
    [InlineData("""{"cost":[{"current_period_cost":1}]}""", "/cost: maxItems")]
    [InlineData("""{"config":[{"region":"eu-west-1","date_from":"2026-05-03","date_to":"2026-05-04"},{"date_from":"2026-05-03","date_to":"2026-05-04"}]}""", "/config/1: required")]
    [InlineData("""{"health":{"events":[]}}""", "/health: maxProperties")]
    [InlineData("""{"coverage":[{"collector":"health","region":"Global","status":"skipped"}]}""", "/coverage/0/status: enum")]
    [InlineData("""{"collected_at":"2026-05-04T06:00:00"}""", "/collected_at: pattern")]
    [InlineData("""{"logs":{"account_status":"Perhaps"}}""", "/logs/account_status: enum")]
    public void What_is_wrong_is_found_where_it_stands(string members, string difference) =>
        Assert.Equal([difference], SnapshotSchema.Published.Differences(With(members)));

    [Fact]
    public void A_document_has_its_sections()
    {
        var document = EmptyDocument.Of("111122223333");
        document.Remove("inventory");
        Assert.Equal([": required"], SnapshotSchema.Published.Differences(document));
    }

    [Theory]
    [InlineData("""{"account":{},"config":{},"service":{},"cost":{},"health":{},"support_tickets":{},"logs":{}}""")]
    [InlineData("""{"account":[],"config":[],"service":[],"cost":[],"security":[],"inventory":[],"health":[],"support_tickets":[],"logs":[]}""")]
    [InlineData("""{"account":null,"config":null,"service":null,"cost":null,"security":null,"inventory":null,"health":null,"support_tickets":null,"logs":null}""")]
    [InlineData("""{"support_tickets":{"total":1,"tickets":[{"case_id":"c"}]},"config":{"non_compliant_resources":null,"date_from":"2026-05-03","date_to":"2026-05-04"}}""")]
    [InlineData("""{"iam":{"users":3},"security":{"macie":[1],"kms":[{"arn":"a","origin":"AWS_KMS"}]}}""")]
    public void Absent_sections_and_further_members_are_no_mistake(string members) => Assert.Empty(SnapshotSchema.Published.Differences(With(members)));

    [Fact]
    public void The_closed_form_finds_a_member_that_is_not_listed() =>
        Assert.Equal(["/security/kms/0/origin"], SnapshotSchema.Closed.Differences(With("""{"security":{"kms":[{"arn":"a","origin":"AWS_KMS"}]}}""")).Select(Place));

    private static JsonObject With(string members)
    {
        var document = EmptyDocument.Of("111122223333");
        foreach (var (name, value) in JsonNode.Parse(members)!.AsObject())
        {
            document[name] = value?.DeepClone();
        }

        return document;
    }

    private static string Place(string difference) => difference[..difference.IndexOf(':', StringComparison.Ordinal)];
}
