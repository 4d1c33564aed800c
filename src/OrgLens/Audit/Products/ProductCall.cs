using System.Collections.Frozen;
using System.Text.Json;
using OrgLens.Audit.Trail;

namespace OrgLens.Audit.Products;

/// <summary>
/// A call on a provisioned product, as its CloudTrail record tells it: the record of the request (<c>recordDetail</c>), which
/// was written when the request was accepted, and the request itself for what the answer leaves out.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/servicecatalog/latest/dg/API_RecordDetail.html</remarks>
internal sealed class ProductCall
{
    /// <summary>The service of all of them.</summary>
    public const string EventSource = "servicecatalog.amazonaws.com";

    private readonly TrailRecord _record;
    private readonly JsonElement _detail;
    private readonly ProvisionedProductName _named;

    private ProductCall(TrailRecord record)
    {
        _record = record;
        _detail = Detail(record);
        _named = ProvisionedProductName.Parse(record.Request.Text("provisionedProductName"));
    }

    /// <summary>The operations that provision, change or terminate a product.</summary>
    public static FrozenSet<string> Names { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        "ProvisionProduct",
        "ImportAsProvisionedProduct",
        "ExecuteProvisionedProductPlan",
        "UpdateProvisionedProduct",
        "UpdateProvisionedProductProperties",
        "ExecuteProvisionedProductServiceAction",
        "TerminateProvisionedProduct");

    private string Kind => _record.EventName switch
    {
        "ProvisionProduct" or "ImportAsProvisionedProduct" => "provision",
        "TerminateProvisionedProduct" => "terminate",
        // A plan may be one for a new product.
        "ExecuteProvisionedProductPlan" when _detail.Text("recordType") == "PROVISION_PRODUCT" => "provision",
        _ => "update",
    };

    /// <summary>Reads a record.</summary>
    public static ProductCall Of(TrailRecord record) => new(record);

    /// <summary>Writes it as a row of <c>service_catalog_events</c>.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("event_id", _record.EventId);
        writer.WriteString("event_time", _record.EventTime);
        writer.WriteString("event_name", _record.EventName);
        writer.WriteString("event_version", _record.Root.Text("eventVersion"));
        writer.WriteString("kind", Kind);
        writer.WriteString("account", _record.AccountId);
        writer.WriteString("region", _record.Region);
        writer.WriteString("provisioned_product_id", Known("provisionedProductId") ?? _named.Id);
        writer.WriteString("provisioned_product_name", _detail.Text("provisionedProductName") ?? _named.Name);
        writer.WriteString("provisioned_product_type", _detail.Text("provisionedProductType"));
        writer.WriteString("product_id", Known("productId"));
        writer.WriteString("product_name", Known("productName"));
        writer.WriteString("provisioning_artifact_id", Known("provisioningArtifactId"));
        writer.WriteString("provisioning_artifact_name", Known("provisioningArtifactName"));
        writer.WriteString("path_id", Known("pathId"));
        writer.WriteString("record_id", _detail.Text("recordId"));
        writer.WriteString("record_type", _detail.Text("recordType"));
        WriteList(writer, "record_errors", "recordErrors");
        WriteList(writer, "record_tags", "recordTags");
        writer.WriteString("status", _detail.Text("status"));
        WriteInstant(writer, "created_time", "createdTime");
        WriteInstant(writer, "updated_time", "updatedTime");
        writer.WriteString("launch_role_arn", _detail.Text("launchRoleArn") ?? Property("LAUNCH_ROLE"));
        writer.WriteString("owner", Property("OWNER"));
        writer.WriteString("requester", _record.Actor.UserName ?? _record.Actor.InvokedBy);
        writer.WriteString("requester_arn", _record.Actor.Arn);
        writer.WriteString("source_ip", _record.Root.Text("sourceIPAddress"));
        writer.WriteString("user_agent", _record.Root.Text("userAgent"));
        writer.WriteString("error_code", _record.ErrorCode);
        writer.WriteString("error_message", _record.Root.Text("errorMessage"));
        writer.WriteEndObject();
    }

    // UpdateProvisionedProductProperties answers with the record's members, but without a recordDetail around them.
    private static JsonElement Detail(TrailRecord record) =>
        record.Response.At("recordDetail") is { ValueKind: JsonValueKind.Object } answered ? answered
        : record.ServiceDetails.At("recordDetail") is { ValueKind: JsonValueKind.Object } told ? told
        : record.Response;

    private string? Known(string member) => _detail.Text(member) ?? _record.Request.Text(member);

    private string? Property(string name) =>
        _detail.Text("provisionedProductProperties", name) ?? _record.Request.Text("provisionedProductProperties", name);

    private void WriteList(Utf8JsonWriter writer, string column, string member)
    {
        if (_detail.At(member) is { ValueKind: JsonValueKind.Array } list)
        {
            writer.WritePropertyName(column);
            list.WriteTo(writer);
        }
    }

    private void WriteInstant(Utf8JsonWriter writer, string column, string member)
    {
        if (_detail.Instant(member) is { } instant)
        {
            writer.WriteString(column, instant);
        }
    }
}
