namespace OrgLens.Local.Simulation.Estate;

/// <summary>A product that an account has bought in AWS Marketplace.</summary>
internal sealed record Purchase(string ProductCode, string Sku, string Name, string Vendor, IReadOnlyList<Entitlement> Entitlements, DateTimeOffset Since, DateTimeOffset Until, string LicenseArn);

/// <summary>What a purchase entitles to.</summary>
internal sealed record Entitlement(string Dimension, int Quantity);

/// <summary>AWS Marketplace: production accounts have bought some of a few products.</summary>
internal static class Marketplace
{
    private static readonly (string Code, string Sku, string Name, string Vendor, string[] Dimensions)[] Products =
    [
        ("8xk3d0q2m7w5b1z9c4v6n2p0r", "prod-a1b2c3d4e5f60", "Example Endpoint Protection", "Example Security Inc.", ["protected_hosts", "support_tier"]),
        ("5tg7y1h3j9k2l4m6n8b0v1c3x", "prod-b2c3d4e5f60a1", "Example Log Search", "Example Analytics GmbH", ["ingested_gb", "users", "retention_days"]),
        ("2qw4e6r8t0y1u3i5o7p9a2s4d", "prod-c3d4e5f60a1b2", "Example Data Pipeline", "Example Data Ltd.", ["pipelines"]),
    ];

    public static IEnumerable<Purchase> Purchases(SimulationPlan plan, SimulatedAccount account)
    {
        if (!account.IsProduction || plan.Rows is not null)
        {
            return [];
        }

        return Products.Where((_, index) => index == 0 || account.Stream.Child("purchase").Child(index).Chance(0.5)).Select(product =>
        {
            var draw = account.Stream.Child("license").Child(product.Sku);
            var since = plan.Start.AddDays(-draw.Int(30, 300)).Midnight();
            return new Purchase(
                product.Code, product.Sku, product.Name, product.Vendor,
                [.. product.Dimensions.Select(dimension => new Entitlement(dimension, draw.Int(1, 200)))],
                since, since.AddDays(365), $"arn:aws:license-manager::{account.Id}:license:l-{draw.Hex(32)}");
        });
    }
}
