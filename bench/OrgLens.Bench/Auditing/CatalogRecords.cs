using System.Globalization;
using System.Text.Json;
using OrgLens.Audit.Trail;

namespace OrgLens.Bench.Auditing;

/// <summary>Records of Service Catalog: lives of products, one after the other in time, four calls each.</summary>
internal static class CatalogRecords
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>So many records of as many products as they make, all first calls before all second ones and so on, as they would come.</summary>
    public static IReadOnlyList<TrailRecord> Make(int count)
    {
        var products = count / 4;
        return [.. Enumerable.Range(0, count).Select(index => Record(index, index % products, index / products))];
    }

    private static TrailRecord Record(int index, int product, int turn)
    {
        var at = Start.AddMinutes(index).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var time = Start.AddMinutes(index).ToString("MMM d, yyyy h:mm:ss tt", CultureInfo.InvariantCulture);
        var account = string.Create(CultureInfo.InvariantCulture, $"{product % 200:000000000000}");
        var (name, type) = turn switch
        {
            0 => ("ProvisionProduct", "PROVISION_PRODUCT"),
            3 => ("TerminateProvisionedProduct", "TERMINATE_PROVISIONED_PRODUCT"),
            _ => ("UpdateProvisionedProduct", "UPDATE_PROVISIONED_PRODUCT"),
        };
        return TrailRecord.Of(JsonElement.Parse($$"""
            {"eventVersion":"1.11","userIdentity":{"type":"AssumedRole","principalId":"AROAEXAMPLEID0000001:dana","arn":"arn:aws:sts::{{account}}:assumed-role/CatalogUser/dana",
            "accountId":"{{account}}"},"eventTime":"{{at}}","eventSource":"servicecatalog.amazonaws.com","eventName":"{{name}}","awsRegion":"eu-central-1",
            "sourceIPAddress":"198.51.100.24","userAgent":"console.example","requestParameters":{"provisionedProductName":"app-{{product}}"},
            "responseElements":{"recordDetail":{"recordId":"rec-{{index}}","provisionedProductId":"pp-{{product}}","provisionedProductName":"app-{{product}}",
            "provisionedProductType":"CFN_STACK","productId":"prod-{{product % 20}}","productName":"Product {{product % 20}}","provisioningArtifactId":"pa-{{turn}}",
            "provisioningArtifactName":"v{{turn}}.0","pathId":"lpv2-1","recordType":"{{type}}","status":"CREATED","createdTime":"{{time}}","updatedTime":"{{time}}",
            "recordErrors":[],"recordTags":[]} },"eventID":"{{new Guid(index, 1, 1, new byte[8])}}","readOnly":false,"eventType":"AwsApiCall","recipientAccountId":"{{account}}"}
            """));
    }
}
