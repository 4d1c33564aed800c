using System.Text.Json.Nodes;
using OrgLens.Tests.Cluster;
using OrgLens.Tests.Receiver;

namespace OrgLens.Tests.Audit.Assets;

/// <summary>Snapshots that list instances.</summary>
internal static class Listings
{
    public static DateTimeOffset Noon(int day) => new(2026, 3, day, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A snapshot of a day at noon.</summary>
    /// <param name="day">The day.</param>
    /// <param name="account">The account.</param>
    /// <param name="status">How the collector ended; <c>none</c>: no coverage, as in the reference's documents.</param>
    /// <param name="instances">Id, state and type of each instance, with colons between them.</param>
    public static TestSnapshot Of(int day, string account, string status, params IReadOnlyList<string> instances)
    {
        var document = EmptyDocument.Of(account);
        document["service_resources"] = new JsonArray([.. instances.Select(instance => instance.Split(':')).Select(parts => new JsonObject
        {
            ["service_name"] = "EC2", ["resource_type"] = "Instance", ["resource_id"] = parts[0], ["state"] = parts[1], ["instance_type"] = parts[2], ["tags"] = new JsonArray(),
        })]);
        if (status != "none")
        {
            document["schema_version"] = "1";
            document["coverage"] = new JsonArray(new JsonObject { ["collector"] = "ec2.instance", ["region"] = "us-east-1", ["status"] = status, ["items"] = instances.Count });
        }

        return TestSnapshot.Of($"data/{account}/us-east-1/2026-03-0{day}_DAILY.json", Noon(day), document);
    }
}
