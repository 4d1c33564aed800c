using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using OrgLens.Functions.Tests.Hub;

namespace OrgLens.Functions.Tests.Audit;

/// <summary>Trail files of authored records.</summary>
internal static class TrailText
{
    public static string Provision { get; } = Detail("eventbridge-ProvisionProduct");

    public static string RunInstances { get; } = Detail("eventbridge-ec2-RunInstances");

    public static string GetDashboard { get; } = Detail("eventbridge-quicksight-GetDashboard");

    /// <summary>A record that nobody wants.</summary>
    public const string Unwanted = """{"eventVersion":"1.11","eventSource":"s3.amazonaws.com","eventName":"GetBucketAcl","eventID":"0e0f0a54-3c9e-4d5b-a2a4-8d7e6f5c4b3a"}""";

    public static byte[] File(params IEnumerable<string> records)
    {
        using var stored = new MemoryStream();
        using (var gzip = new GZipStream(stored, CompressionMode.Compress))
        {
            gzip.Write(Encoding.UTF8.GetBytes($$"""{"Records":[{{string.Join(',', records)}}]}"""));
        }

        return stored.ToArray();
    }

    /// <summary>The record with another id and another member.</summary>
    public static string With(string record, int number, string member = "x", JsonNode? value = null)
    {
        var changed = JsonNode.Parse(record)!;
        changed["eventID"] = new Guid(number, 0, 0, new byte[8]).ToString("D", CultureInfo.InvariantCulture);
        changed[member] = value;
        return changed.ToJsonString();
    }

    private static string Detail(string envelope) =>
        JsonNode.Parse(System.IO.File.ReadAllText(Repository.File("test", "data", "trail", "envelopes", envelope + ".json")))!["detail"]!.ToJsonString();
}
