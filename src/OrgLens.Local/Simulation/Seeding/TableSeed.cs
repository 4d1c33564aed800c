using System.Text.Json.Nodes;
using OrgLens.Local.Moto;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Seeding;

/// <summary>DynamoDB tables.</summary>
internal static class TableSeed
{
    public static async Task PlantAsync(EmulatorClient client, RegionEstate estate, CancellationToken cancellationToken)
    {
        foreach (var table in estate.Platform.Tables)
        {
            var arguments = new JsonObject
            {
                ["TableName"] = table.Name,
                ["BillingMode"] = table.IsProvisioned ? "PROVISIONED" : "PAY_PER_REQUEST",
                ["AttributeDefinitions"] = new JsonArray(new JsonObject { ["AttributeName"] = table.Key, ["AttributeType"] = "S" }),
                ["KeySchema"] = new JsonArray(new JsonObject { ["AttributeName"] = table.Key, ["KeyType"] = "HASH" }),
                ["DeletionProtectionEnabled"] = table.IsProtected,
                ["Tags"] = Wire.Tags(estate.Tags("")),
            };
            if (table.IsProvisioned)
            {
                arguments["ProvisionedThroughput"] = new JsonObject { ["ReadCapacityUnits"] = 5, ["WriteCapacityUnits"] = 5 };
            }

            await client.CallAsync(EmulatedService.DynamoDb, "CreateTable", arguments, cancellationToken);
        }
    }
}
