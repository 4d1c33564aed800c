using System.Globalization;
using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Activity;

/// <summary>What people do with Service Catalog: provision in the morning, update at noon, terminate in the evening, and fail now and then.</summary>
internal static class CatalogActivity
{
    public static IEnumerable<TrailCall> On(RegionEstate estate, DateOnly day)
    {
        var products = estate.Catalog.Provisioned(day).ToList();
        var staying = estate.Catalog.Provisioned(day.AddDays(1)).Select(product => product.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var product in products)
        {
            var draw = estate.Stream.Child("catalog-call").Child(product.Id).Child(day.DayNumber);
            if (product.Since == day)
            {
                yield return Call("ProvisionProduct", "PROVISION_PRODUCT", product, day.Midnight().AddHours(8).AddSeconds(draw.Int(0, 7200)), draw);
            }

            if (product.IsUpdatedToday)
            {
                yield return Call("UpdateProvisionedProduct", "UPDATE_PROVISIONED_PRODUCT", product, day.Midnight().AddHours(12).AddSeconds(draw.Int(0, 7200)), draw);
            }

            if (!staying.Contains(product.Id))
            {
                yield return Call("TerminateProvisionedProduct", "TERMINATE_PROVISIONED_PRODUCT", product, day.Midnight().AddHours(20).AddSeconds(draw.Int(0, 7200)), draw);
            }

            if (draw.Chance(0.02))
            {
                yield return Call("ProvisionProduct", "PROVISION_PRODUCT", product, day.Midnight().AddHours(15).AddSeconds(draw.Int(0, 7200)), draw) with
                {
                    Error = ("InvalidParametersException", "A provisioned product of this name already exists."),
                };
            }
        }
    }

    private static TrailCall Call(string operation, string type, ProvisionedProduct product, DateTimeOffset at, SeededStream draw) =>
        new(at, "servicecatalog", operation, TrailCaller.Person(product.Requester))
        {
            Request = Request(operation, product),
            Response = new JsonObject
            {
                ["recordDetail"] = new JsonObject
                {
                    ["recordId"] = "rec-" + draw.Hex(13),
                    ["provisionedProductName"] = product.Name,
                    ["status"] = "CREATED",
                    ["createdTime"] = English(at),
                    ["updatedTime"] = English(at),
                    ["provisionedProductType"] = "CFN_STACK",
                    ["recordType"] = type,
                    ["provisionedProductId"] = product.Id,
                    ["productId"] = product.Product.Id,
                    ["productName"] = product.Product.Name,
                    ["provisioningArtifactId"] = product.Product.VersionId(product.Version),
                    ["provisioningArtifactName"] = CatalogProduct.VersionName(product.Version),
                    ["pathId"] = product.Product.PathId,
                    ["recordErrors"] = new JsonArray(),
                    ["recordTags"] = new JsonArray(),
                },
            },
        };

    private static JsonObject Request(string operation, ProvisionedProduct product)
    {
        var request = operation == "ProvisionProduct"
            ? new JsonObject { ["provisionedProductName"] = product.Name }
            : new JsonObject { ["provisionedProductId"] = product.Id };
        if (operation != "TerminateProvisionedProduct")
        {
            request["productId"] = product.Product.Id;
            request["provisioningArtifactId"] = product.Product.VersionId(product.Version);
            request["pathId"] = product.Product.PathId;
        }

        return request;
    }

    private static string English(DateTimeOffset instant) => instant.ToString("MMM d, yyyy h:mm:ss tt", CultureInfo.InvariantCulture);
}
