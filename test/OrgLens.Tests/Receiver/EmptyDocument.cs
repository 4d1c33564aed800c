using System.Text.Json.Nodes;

namespace OrgLens.Tests.Receiver;

/// <summary>A document that is whole and says nothing, to be filled in.</summary>
internal static class EmptyDocument
{
    private static readonly string[] s_lists =
    [
        "service", "marketplace", "trusted_advisor", "health", "application", "resilience_hub", "service_resources", "compute_optimizer",
        "ri_sp_savings", "config_inventory", "support_tickets",
    ];

    public static JsonObject Of(string account)
    {
        var document = new JsonObject
        {
            ["account"] = new JsonObject { ["account_id"] = account },
            ["config"] = new JsonObject(),
            ["cost"] = new JsonObject(),
            ["security"] = new JsonObject(),
            ["inventory"] = new JsonObject(),
            ["logs"] = new JsonObject(),
        };
        foreach (var list in s_lists)
        {
            document[list] = new JsonArray();
        }

        return document;
    }
}
