using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrgLens.Audit.Trail;

namespace OrgLens.Tests.Audit.Products;

/// <summary>A call on Service Catalog and the record that CloudTrail writes of it.</summary>
/// <param name="EventName">The operation.</param>
/// <param name="Minute">When, in minutes after noon of 2 March 2026.</param>
/// <param name="Product">What makes the product's id and name; its id is left out where <see cref="IsNameOnly"/>.</param>
internal sealed record CatalogCall(string EventName, int Minute, string Product)
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Number of the event: what its id is made of.</summary>
    public int Number { get; init; } = Minute;

    /// <summary>Number of the test's case, in the event's id as well.</summary>
    public int Case { get; init; }

    public int Version { get; init; } = 1;

    public string Name { get; init; } = $"app-{Product}";

    /// <summary>Whether the answer was left out of the record, and the request names the product by its name.</summary>
    public bool IsNameOnly { get; init; }

    public string? Error { get; init; }

    public string? Owner { get; init; }

    public string User { get; init; } = "dana";

    public Guid EventId => new(Case, 0, 0, BitConverter.GetBytes((long)Number + 1));

    public TrailRecord Record => TrailRecord.Of(JsonElement.Parse(Json.ToJsonString()));

    public JsonObject Json => new()
    {
        ["eventVersion"] = "1.11",
        ["userIdentity"] = new JsonObject
        {
            ["type"] = "AssumedRole",
            ["principalId"] = $"AROAEXAMPLEID0000001:{User}",
            ["arn"] = $"arn:aws:sts::111122223333:assumed-role/CatalogUser/{User}",
            ["accountId"] = "111122223333",
        },
        ["eventTime"] = Noon.AddMinutes(Minute).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["eventSource"] = "servicecatalog.amazonaws.com",
        ["eventName"] = EventName,
        ["awsRegion"] = "eu-central-1",
        ["sourceIPAddress"] = "198.51.100.24",
        ["userAgent"] = "console.example",
        ["errorCode"] = Error,
        ["errorMessage"] = Error is null ? null : "It can't be done.",
        ["requestParameters"] = Request(),
        ["responseElements"] = Response(),
        ["eventID"] = EventId.ToString(),
        ["readOnly"] = false,
        ["eventType"] = "AwsApiCall",
        ["recipientAccountId"] = "111122223333",
    };

    private string ProvisionedProductId => $"pp-{Product}";

    private JsonObject Request()
    {
        var request = new JsonObject { ["provisioningArtifactId"] = $"pa-{Version}", ["productId"] = "prod-web" };
        request[IsNameOnly || EventName == "ProvisionProduct" ? "provisionedProductName" : "provisionedProductId"] =
            IsNameOnly || EventName == "ProvisionProduct" ? Name : ProvisionedProductId;
        return request;
    }

    private JsonNode? Response() => (Error, IsNameOnly, EventName) switch
    {
        (not null, _, _) => null,
        (_, true, _) => "HIDDEN_DUE_TO_SIZE",
        (_, _, "UpdateProvisionedProductProperties") => new JsonObject
        {
            ["provisionedProductId"] = ProvisionedProductId,
            ["provisionedProductProperties"] = new JsonObject { ["OWNER"] = Owner },
            ["recordId"] = $"rec-{Minute}",
            ["status"] = "SUCCEEDED",
        },
        _ => new JsonObject { ["recordDetail"] = Detail() },
    };

    private JsonObject Detail() => new()
    {
        ["recordId"] = $"rec-{Minute}",
        ["provisionedProductId"] = ProvisionedProductId,
        ["provisionedProductName"] = Name,
        ["provisionedProductType"] = "CFN_STACK",
        ["productId"] = "prod-web",
        ["productName"] = "Standard web tier",
        ["provisioningArtifactId"] = $"pa-{Version}",
        ["provisioningArtifactName"] = $"v{Version}.0",
        ["pathId"] = "lpv2-1",
        ["recordType"] = EventName switch
        {
            "TerminateProvisionedProduct" => "TERMINATE_PROVISIONED_PRODUCT",
            "UpdateProvisionedProduct" => "UPDATE_PROVISIONED_PRODUCT",
            _ => "PROVISION_PRODUCT",
        },
        ["status"] = "CREATED",
        ["createdTime"] = Text(Minute),
        ["updatedTime"] = Text(Minute),
        ["recordErrors"] = new JsonArray(),
        ["recordTags"] = new JsonArray(),
    };

    private static string Text(int minute) => Noon.AddMinutes(minute).ToString("MMM d, yyyy h:mm:ss tt", CultureInfo.InvariantCulture);
}
