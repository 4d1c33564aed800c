using OrgLens.Audit.Trail;

namespace OrgLens.Cli.Hub;

/// <summary>Finds the trail files that a command names.</summary>
internal static class TrailSources
{
    /// <summary>How the address of a bucket begins.</summary>
    public const string Scheme = "s3://";

    /// <summary>The files below a prefix, in the order of their keys, which is that of their days.</summary>
    public static async Task<IReadOnlyList<ScanSource>> OfBucketAsync(TrailBucket bucket, string address, TrailDays days, CancellationToken cancellationToken)
    {
        // No Uri: a key may hold what an address would have to encode.
        var parts = address[Scheme.Length..].Split('/', 2);
        var files = new List<ScanSource>();
        await foreach (var item in bucket.ListAsync(parts[0], parts.Length > 1 ? parts[1] : "", cancellationToken))
        {
            if (!TrailKey.IsPassedOver(item.Key) && days.Include(item.Key))
            {
                files.Add(new ScanSource(item.Key, async token => (await bucket.OpenAsync(item, token))?.ResponseStream));
            }
        }

        return files.Count > 0 ? files : throw new CommandException($"There are no trail files at '{address}'", "S3", "give the bucket and prefix of your trail, and days that it covers");
    }

    /// <summary>The file itself, or all files below a folder.</summary>
    public static IReadOnlyList<ScanSource> OfPath(string path, TrailDays days)
    {
        if (File.Exists(path))
        {
            return [OfFile(path)];
        }

        if (!Directory.Exists(path))
        {
            throw new CommandException($"There is no file or folder '{path}'", "file system", "give a trail file, a folder of trail files, or s3://bucket/prefix");
        }

        var files = Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".json.gz", StringComparison.Ordinal) || file.EndsWith(".json", StringComparison.Ordinal))
            .Where(file => Key(file) is var key && !TrailKey.IsPassedOver(key) && days.Include(key))
            .Order(StringComparer.Ordinal)
            .Select(OfFile)
            .ToList();
        return files.Count > 0 ? files : throw new CommandException($"There are no trail files below '{path}'", "file system", "their names end in .json.gz or .json");
    }

    private static ScanSource OfFile(string path) => new(path, _ => Task.FromResult<Stream?>(File.OpenRead(path)));

    private static string Key(string path) => path.Replace('\\', '/');
}
