using System.IO.Compression;
using System.Text;
using OrgLens.Functions.Tests.Hub;

namespace OrgLens.Functions.Tests.Receiver;

/// <summary>One document of every kind that is refused whole, uploaded together.</summary>
/// <param name="hub">Where they are uploaded.</param>
public sealed class BadDocuments(RunningHub hub) : IAsyncLifetime
{
    private const int Limit = 256 * 1024 * 1024;
    private readonly Dictionary<string, (string Account, string Key)> _byName = [];

    /// <summary>Account and key of a document.</summary>
    public (string Account, string Key) Of(string name) => _byName[name];

    public async Task InitializeAsync()
    {
        await PutAsync("no JSON", account => Text(account).Replace("\"account\":{", "\"account\":{oops", StringComparison.Ordinal));
        await PutAsync("cut off", account => Text(account)[..^40]);
        await PutAsync("empty", _ => "");
        await PutAsync("lone surrogate", account => Text(account, "half of \\ud83d a pair").Replace("\\\\ud83d", "\\ud83d", StringComparison.Ordinal));
        await PutAsync("too deep", account => Text(account).Replace(
            "\"service\":[]", $"\"service\":{new string('[', 70)}{new string(']', 70)}", StringComparison.Ordinal));
        await PutAsync("sections missing", _ => "{\"warning\": \"no data\", \"timestamp\": \"2026-01-15T00:00:00\"}");
        await PutAsync("another account", _ => Text(hub.NewAccount()));
        await PutAsync("unknown granularity", Text, account => $"data/{account}/eu-west-1/2026-01-15_HOURLY.json");
        await PutAsync("impossible date", Text, account => $"data/{account}/eu-west-1/2026-02-30_DAILY.json");
        await PutAsync("odd characters in the key", Text, account => $"data/{account}/eu-west-1/2026-01-15 copy+1 (ä).json");
        await PutBytesAsync("not UTF-8", account => [.. Encoding.Latin1.GetBytes(Text(account, "caf\u00e9").Replace("\\u00E9", "\u00e9", StringComparison.Ordinal))]);
        await PutBytesAsync("damaged gzip", account => Damage(SnapshotText.Zip(Encoding.UTF8.GetBytes(Text(account)))));
        await PutBytesAsync("cut off gzip", account => SnapshotText.Zip(Encoding.UTF8.GetBytes(Text(account)))[..^30]);
        await PutBytesAsync("more than 256 MiB of text", account => ZipHuge(Text(account)));
        await hub.DrainAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private static string Text(string account) => Text(account, "an open port");

    private static string Text(string account, string title) => Encoding.UTF8.GetString(SnapshotText.Of(account, title).Bytes());

    private Task PutAsync(string name, Func<string, string> write, Func<string, string>? form = null) =>
        PutBytesAsync(name, account => Encoding.UTF8.GetBytes(write(account)), form);

    private async Task PutBytesAsync(string name, Func<string, byte[]> write, Func<string, string>? form = null)
    {
        var account = hub.NewAccount();
        var key = form?.Invoke(account) ?? SnapshotText.Key(account);
        _byName.Add(name, (account, key));
        await hub.SnapshotBucket.PutAsync(key, write(account));
    }

    private static byte[] Damage(byte[] zipped)
    {
        // Past the header, so that it begins well.
        zipped.AsSpan(zipped.Length / 2, 16).Fill(0xff);
        return zipped;
    }

    // Zipped as it is written: nobody here should hold it in memory either.
    private static byte[] ZipHuge(string text)
    {
        var row = Encoding.UTF8.GetBytes("{\"service\":\"" + new string('x', 1000) + "\"},");
        var parts = text.Split("\"service\":[]");
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(parts[0] + "\"service\":["));
            for (var written = 0L; written <= Limit; written += row.Length)
            {
                gzip.Write(row);
            }

            gzip.Write(Encoding.UTF8.GetBytes("{}]" + parts[1]));
        }

        return zipped.ToArray();
    }
}
