using System.Text.Json.Nodes;
using OrgLens.Local.Moto;

namespace OrgLens.Local.Provisioning;

/// <summary>The bus that spokes send the events of Service Catalog to, with its rule and its archive.</summary>
internal sealed class AuditBus(EmulatorClient client, LocalCloudOptions options)
{
    private const string Name = "orglens-audit";
    private const int ArchiveDays = 90;

    /// <summary>Creates it.</summary>
    /// <param name="products">The queue that the rule's events go to.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The ARNs of bus and archive.</returns>
    public async Task<(string Bus, string Archive)> CreateAsync(QueueAddress products, CancellationToken cancellationToken)
    {
        var bus = (string)(await CallAsync("CreateEventBus", new JsonObject { ["Name"] = Name }, cancellationToken))["EventBusArn"]!;
        var pattern = new JsonObject
        {
            ["source"] = new JsonArray("aws.servicecatalog"),
            ["detail-type"] = new JsonArray("AWS API Call via CloudTrail"),
            ["detail"] = new JsonObject
            {
                ["eventSource"] = new JsonArray("servicecatalog.amazonaws.com"),
                ["eventName"] = new JsonArray(
                    "ProvisionProduct", "ImportAsProvisionedProduct", "ExecuteProvisionedProductPlan", "UpdateProvisionedProduct", "UpdateProvisionedProductProperties",
                    "ExecuteProvisionedProductServiceAction", "TerminateProvisionedProduct"),
            },
        };
        await CallAsync(
            "PutRule",
            new JsonObject { ["Name"] = "orglens-products", ["EventBusName"] = Name, ["EventPattern"] = pattern.ToJsonString(), ["State"] = "ENABLED" },
            cancellationToken);
        await CallAsync(
            "PutTargets",
            new JsonObject
            {
                ["Rule"] = "orglens-products",
                ["EventBusName"] = Name,
                ["Targets"] = new JsonArray(new JsonObject { ["Id"] = "products", ["Arn"] = products.Arn }),
            },
            cancellationToken);
        await CallAsync(
            "CreateArchive",
            new JsonObject { ["ArchiveName"] = Name, ["EventSourceArn"] = bus, ["RetentionDays"] = ArchiveDays },
            cancellationToken);
        return (bus, $"arn:aws:events:{options.Region}:{options.AccountId}:archive/{Name}");
    }

    private Task<JsonObject> CallAsync(string operation, JsonObject arguments, CancellationToken cancellationToken) =>
        client.CallAsync(EmulatedService.Events, operation, arguments, cancellationToken);
}
