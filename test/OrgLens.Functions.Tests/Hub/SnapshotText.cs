using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace OrgLens.Functions.Tests.Hub;

/// <summary>Small documents in the sender's form.</summary>
internal static class SnapshotText
{
    private static readonly string[] s_sections =
        ["config", "service", "cost", "inventory", "marketplace", "trusted_advisor", "health", "application", "resilience_hub"];

    /// <summary>A document with one finding per title.</summary>
    public static JsonObject Of(string account, params IEnumerable<string> titles)
    {
        var document = new JsonObject
        {
            ["account"] = new JsonObject
            {
                ["account_id"] = account,
                ["account_name"] = $"account {account}",
                ["region"] = "eu-west-1",
                ["contact_info"] = new JsonObject(),
                ["alternate_contacts"] = new JsonObject(),
            },
            ["security"] = new JsonObject { ["security_hub"] = new JsonArray(Product(account, titles)) },
            ["logs"] = new JsonObject(),
        };
        foreach (var section in s_sections)
        {
            document[section] = new JsonArray();
        }

        return document;
    }

    public static byte[] Bytes(this JsonNode document) => Encoding.UTF8.GetBytes(document.ToJsonString());

    public static byte[] Zip(byte[] text)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest))
        {
            gzip.Write(text);
        }

        return zipped.ToArray();
    }

    public static string Key(string account, string day = "2026-01-15") => $"data/{account}/eu-west-1/{day}_DAILY.json";

    private static JsonObject Product(string account, IEnumerable<string> titles) => new()
    {
        ["service"] = "Security Hub",
        ["total_findings"] = 1,
        ["findings"] = new JsonArray(
        [
            .. titles.Select((title, index) => new JsonObject
            {
                ["finding_id"] = $"arn:aws:securityhub:eu-west-1:{account}:finding/{index}",
                ["title"] = title,
                ["severity"] = "HIGH",
                ["status"] = "NEW",
                ["region"] = "eu-west-1",
                ["record_state"] = "ACTIVE",
                ["product_name"] = "Security Hub",
                ["created_at"] = "2026-01-10T00:00:00.000Z",
                ["updated_at"] = "2026-01-14T00:00:00.000Z",
            }),
        ]),
    };
}
