using System.Globalization;
using System.IO.Compression;
using System.Text;
using OrgLens.Audit.Trail;

namespace OrgLens.Tests.Audit.Trail;

/// <summary>Trail files, authored record by record.</summary>
internal static class TrailDraft
{
    /// <summary>A record as CloudTrail writes it, with the number in its id.</summary>
    public static string Record(int number, string source = "ec2.amazonaws.com", string name = "RunInstances", string members = "") => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"eventVersion":"1.11","userIdentity":{"type":"AWSService","invokedBy":"autoscaling.amazonaws.com"},"eventTime":"2026-03-02T10:00:05Z","eventSource":"{{source}}","eventName":"{{name}}","awsRegion":"us-west-2",{{members}}"eventID":"{{Id(number)}}","eventType":"AwsApiCall","recipientAccountId":"111122223333"}""");

    public static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    public static string File(params IEnumerable<string> records) => $$"""{"Records":[{{string.Join(',', records)}}]}""";

    public static byte[] Gzip(string text) => Gzip(Encoding.UTF8.GetBytes(text));

    public static byte[] Gzip(byte[] text)
    {
        using var stored = new MemoryStream();
        using (var gzip = new GZipStream(stored, CompressionMode.Compress))
        {
            gzip.Write(text);
        }

        return stored.ToArray();
    }

    /// <summary>Reads a file; EC2's records are wanted.</summary>
    public static Task<TrailReading> ReadAsync(string text, TrailLimits? limits = null) => ReadAsync(Encoding.UTF8.GetBytes(text), limits);

    /// <inheritdoc cref="ReadAsync(string, TrailLimits?)"/>
    public static async Task<TrailReading> ReadAsync(byte[] stored, TrailLimits? limits = null)
    {
        using var stream = new MemoryStream(stored, writable: false);
        var file = new TrailFile(stream, (source, _) => source == "ec2.amazonaws.com", limits ?? TrailLimits.Default);
        return new TrailReading(await file.ReadAsync(CancellationToken.None).ToListAsync(), file.Outcome, file.Records, file.Bytes);
    }
}
