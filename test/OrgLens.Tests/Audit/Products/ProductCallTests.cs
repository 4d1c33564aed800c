using System.Text.Json;
using System.Text.Json.Nodes;
using OrgLens.Audit.Products;
using OrgLens.Audit.Trail;

namespace OrgLens.Tests.Audit.Products;

/// <summary>What a record becomes.</summary>
public sealed class ProductCallTests
{
    private static readonly CatalogCall s_update = new("UpdateProvisionedProduct", 65, "c5d6") { Version = 2 };

    public static TheoryData<string, string, string> Odd => new()
    {
        { "the answer left out", """{"responseElements":"HIDDEN_DUE_TO_SECURITY_REASONS"}""", "update|pp-c5d6|-|prod-web|pa-2|-" },
        { "no answer", """{"responseElements":null}""", "update|pp-c5d6|-|prod-web|pa-2|-" },
        { "no recordDetail", """{"responseElements":{}}""", "update|pp-c5d6|-|prod-web|pa-2|-" },
        { "recordDetail of no object", """{"responseElements":{"recordDetail":"…"}}""", "update|pp-c5d6|-|prod-web|pa-2|-" },
        { "a request by name", """{"responseElements":null,"requestParameters":{"provisionedProductName":"web"}}""", "update|-|web|-|-|-" },
        {
            "a request by ARN",
            """{"responseElements":null,"requestParameters":{"provisionedProductName":"arn:aws:servicecatalog:eu-central-1:111122223333:stack/web/pp-9"}}""",
            "update|pp-9|web|-|-|-"
        },
        {
            "a service's own event",
            """{"responseElements":null,"requestParameters":null,"serviceEventDetails":{"recordDetail":{"provisionedProductId":"pp-1","productId":"prod-2","createdTime":"2026-03-02T13:05:00Z"}}}""",
            "update|pp-1|-|prod-2|-|2026-03-02T13:05:00+00:00"
        },
        {
            "times of a newer runtime",
            """{"responseElements":{"recordDetail":{"provisionedProductId":"pp-1","createdTime":"Mar 2, 2026, 1:05:00\u202fPM"}}}""",
            "update|pp-1|-|prod-web|pa-2|2026-03-02T13:05:00+00:00"
        },
        {
            "times since 1970",
            """{"responseElements":{"recordDetail":{"provisionedProductId":"pp-1","createdTime":1772456700}}}""",
            "update|pp-1|-|prod-web|pa-2|2026-03-02T13:05:00+00:00"
        },
        {
            "times that are none",
            """{"responseElements":{"recordDetail":{"provisionedProductId":"pp-1","createdTime":"soon"}}}""",
            "update|pp-1|-|prod-web|pa-2|-"
        },
        { "a version of the record to come", """{"eventVersion":"2.0"}""", "update|pp-c5d6|app-c5d6|prod-web|pa-2|2026-03-02T13:05:00+00:00" },
        {
            "a plan for a new product",
            """{"eventName":"ExecuteProvisionedProductPlan","responseElements":{"recordDetail":{"provisionedProductId":"pp-1","recordType":"PROVISION_PRODUCT"}}}""",
            "provision|pp-1|-|prod-web|pa-2|-"
        },
        { "an import", """{"eventName":"ImportAsProvisionedProduct"}""", "provision|pp-c5d6|app-c5d6|prod-web|pa-2|2026-03-02T13:05:00+00:00" },
    };

    [Fact]
    public void A_record_has_all_keys_of_the_reference_and_who_called() => Assert.Equal(
        """
        {"event_id":"00000000-0000-0000-4200-000000000000","event_time":"2026-03-02T13:05:00+00:00","event_name":"UpdateProvisionedProduct","event_version":"1.11","kind":"update",
        "account":"111122223333","region":"eu-central-1","provisioned_product_id":"pp-c5d6","provisioned_product_name":"app-c5d6","provisioned_product_type":"CFN_STACK",
        "product_id":"prod-web","product_name":"Standard web tier","provisioning_artifact_id":"pa-2","provisioning_artifact_name":"v2.0","path_id":"lpv2-1","record_id":"rec-65",
        "record_type":"UPDATE_PROVISIONED_PRODUCT","record_errors":[],"record_tags":[],"status":"CREATED","created_time":"2026-03-02T13:05:00+00:00",
        "updated_time":"2026-03-02T13:05:00+00:00","launch_role_arn":null,"owner":null,"requester":"dana",
        "requester_arn":"arn:aws:sts::111122223333:assumed-role/CatalogUser/dana","source_ip":"198.51.100.24","user_agent":"console.example","error_code":null,"error_message":null}
        """.ReplaceLineEndings(""),
        Row(s_update.Record).GetRawText().Replace("\\u002B", "+", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Odd))]
    public void A_record_is_read_as_far_as_it_goes(string what, string changes, string expected)
    {
        var json = s_update.Json;
        foreach (var (name, value) in JsonNode.Parse(changes)!.AsObject())
        {
            json[name] = value?.DeepClone();
        }

        var row = Row(TrailRecord.Of(JsonElement.Parse(json.ToJsonString())));

        string[] columns = ["kind", "provisioned_product_id", "provisioned_product_name", "product_id", "provisioning_artifact_id", "created_time"];
        var actual = string.Join('|', columns.Select(column => row.Text(column) ?? "-"));
        Assert.True(expected == actual, $"{what}: {actual}");
    }

    [Fact]
    public void Owner_and_launch_role_come_from_properties() =>
        Assert.Equal("bob", Row(new CatalogCall("UpdateProvisionedProductProperties", 1, "a") { Owner = "bob" }.Record).Text("owner"));

    [Theory]
    [InlineData("servicecatalog.amazonaws.com", "ProvisionProduct", true)]
    [InlineData("servicecatalog.amazonaws.com", "TerminateProvisionedProduct", true)]
    [InlineData("servicecatalog.amazonaws.com", "DescribeProvisionedProduct", false)]
    [InlineData("ec2.amazonaws.com", "ProvisionProduct", false)]
    public void Only_calls_on_provisioned_products_are_wanted(string source, string name, bool isWanted) =>
        Assert.Equal(isWanted, ProductAudit.Wants(source, name));

    private static JsonElement Row(TrailRecord record)
    {
        using var row = TrailRow.Join([TrailRow.Of(0, record, (writer, source) => ProductCall.Of(source).Write(writer))]);
        return JsonElement.Parse(row.ToArray())[0];
    }
}
