using System.Security.Cryptography;
using System.Text.RegularExpressions;
using OrgLens.Receiver;

namespace OrgLens.Cli.Hub;

/// <summary>A snapshot document on this machine, and the key that it has or would have in the bucket.</summary>
internal sealed partial record SnapshotFile(string Path, string Key)
{
    /// <summary>Documents of files have no bucket; the ledger calls theirs by this name.</summary>
    private const string Bucket = "local-files";

    /// <summary>The file itself, or all documents below a folder, oldest first.</summary>
    public static IReadOnlyList<SnapshotFile> Find(string path, string? key)
    {
        if (File.Exists(path))
        {
            return [new SnapshotFile(path, key ?? KeyOf(path) ?? throw new CommandException(
                $"The name of '{path}' does not say whose document it is", "file name", "give --key data/{account}/{region}/{yyyy-mm-dd}_DAILY.json", ExitCode.WrongUsage))];
        }

        if (!Directory.Exists(path))
        {
            throw new CommandException($"There is no file or folder '{path}'", "file system", "give a document, a folder of documents, or s3://bucket/prefix");
        }

        if (key is not null)
        {
            throw new CommandException("--key is for a single document", "command line", "leave it out for a folder", ExitCode.WrongUsage);
        }

        var files = Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Select(file => (File: file, Key: KeyOf(file)))
            .Where(found => found.Key is not null)
            .Select(found => new SnapshotFile(found.File, found.Key!))
            .OrderBy(found => found.Key.Split('/')[^1], StringComparer.Ordinal)
            .ThenBy(found => found.Key, StringComparer.Ordinal)
            .ToList();
        return files.Count > 0 ? files : throw new CommandException($"No snapshot documents below '{path}'", "file system", "their paths end in data/{account}/{region}/{yyyy-mm-dd}_DAILY.json");
    }

    public SnapshotDocument Open()
    {
        using var stream = File.OpenRead(Path);
        var hash = Convert.ToHexStringLower(SHA256.HashData(stream));
        return SnapshotDocument.FromFile(Path, new SnapshotObject(Bucket, Key, "", hash));
    }

    /// <summary>The key at the end of a path; <c>/</c> may be written as <c>__</c>, as in names of downloaded samples.</summary>
    private static string? KeyOf(string path)
    {
        var match = KeyForm().Match(path.Replace('\\', '/').Replace("__", "/", StringComparison.Ordinal));
        return match.Success ? "data/" + match.Groups["rest"].Value : null;
    }

    [GeneratedRegex(@"(^|/)(data|loaded)/(?<rest>[0-9]{12}/([^/]+/)?[0-9]{4}-[0-9]{2}-[0-9]{2}_[A-Z]+\.json(\.gz)?)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex KeyForm();
}
