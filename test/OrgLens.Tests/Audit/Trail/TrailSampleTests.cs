using System.IO.Compression;
using System.Text;
using System.Text.Json;
using OrgLens.Audit.Assets;
using OrgLens.Audit.Products;
using OrgLens.Audit.Trail;
using OrgLens.Audit.Usage;

namespace OrgLens.Tests.Audit.Trail;

public sealed class TrailSampleTests
{
    public static TheoryData<string> Files
    {
        get
        {
            var files = new TheoryData<string> { "authored" };
            if (TrailSamples.Shared is { } samples)
            {
                files.Add("records");
                foreach (var path in Directory.EnumerateFiles(Path.Combine(samples, "files"), "*.json.gz", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                {
                    files.Add(Path.GetRelativePath(samples, path));
                }
            }

            return files;
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_reader_finds_what_a_parser_of_the_whole_file_finds(string file)
    {
        var stored = Stored(file);
        using var stream = new MemoryStream(stored, writable: false);
        var trail = new TrailFile(stream, IsWanted, TrailLimits.Default);
        var findings = await trail.ReadAsync(CancellationToken.None).ToListAsync();

        var isCut = file.Contains("Truncated", StringComparison.Ordinal);
        var isDigest = file.Contains("Digest", StringComparison.Ordinal);
        var expected = isDigest ? [] : Expected(isCut ? Stored(file.Replace("T1240Z_TruncatedGzipXYZ", "T1230Z_AbCdEfGhIjKlMnOp")) : stored);
        Assert.Equal(isCut ? TrailOutcome.Truncated : isDigest ? TrailOutcome.NoTrail : TrailOutcome.Complete, trail.Outcome);
        Assert.All(findings, finding => Assert.Null(finding.Reason));
        Assert.Equal(isCut ? expected.Take(findings.Count) : expected, findings.Select(finding => finding.Record!.Root.GetRawText()));
        Assert.True(isDigest || file.Contains("1235Z", StringComparison.Ordinal) || findings.Count > 0);
    }

    private static bool IsWanted(string source, string name) =>
        ProductAudit.Wants(source, name) || AssetTracker.Wants(source, name) || UsageAudit.Wants(source, name);

    private static byte[] Stored(string file) => file switch
    {
        "authored" => TrailDraft.Gzip(TrailDraft.File(TrailSamples.AuthoredRecords())),
        "records" => Encoding.UTF8.GetBytes(TrailDraft.File(
            Directory.EnumerateFiles(Path.Combine(TrailSamples.Shared!, "records"), "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllText))),
        _ => File.ReadAllBytes(Path.Combine(TrailSamples.Shared!, file)),
    };

    private static List<string> Expected(byte[] stored)
    {
        using Stream content = stored is [0x1f, 0x8b, ..] ? new GZipStream(new MemoryStream(stored), CompressionMode.Decompress) : new MemoryStream(stored);
        using var document = JsonDocument.Parse(content);
        return
        [
            .. document.RootElement.GetProperty("Records").EnumerateArray()
                .Where(record => IsWanted(record.GetProperty("eventSource").GetString()!, record.GetProperty("eventName").GetString()!))
                .Select(record => record.GetRawText()),
        ];
    }
}
