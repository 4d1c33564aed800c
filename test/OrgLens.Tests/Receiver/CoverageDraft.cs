using System.Text.Json.Nodes;

namespace OrgLens.Tests.Receiver;

/// <summary>How the collectors of a document ended, drawn as they list their rows.</summary>
internal sealed class CoverageDraft(Random random)
{
    private readonly Dictionary<(string Collector, string Region), string> _status = [];

    /// <summary>Leaves of a list what its collector got: all of it, a part, or nothing.</summary>
    public JsonArray Cut(string collector, string region, JsonArray rows)
    {
        if (!_status.TryGetValue((collector, region), out var status))
        {
            status = random.Next(100) switch
            {
                < 12 => "denied_iam",
                < 24 => "throttled",
                < 30 => "failed",
                _ => rows.Count == 0 ? "empty" : "complete",
            };
            _status.Add((collector, region), status);
        }

        var kept = status switch { "complete" or "empty" => rows.Count, "throttled" => rows.Count / 2, _ => 0 };
        while (rows.Count > kept)
        {
            rows.RemoveAt(rows.Count - 1);
        }

        return rows;
    }

    public JsonArray ToJson() =>
    [
        .. _status.Select(entry => new JsonObject
        {
            ["collector"] = entry.Key.Collector, ["region"] = entry.Key.Region, ["status"] = entry.Value, ["items"] = 1, ["calls"] = 1, ["duration_ms"] = 5,
        }),
    ];
}
