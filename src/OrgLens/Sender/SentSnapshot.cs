using System.Text.Json.Serialization;

namespace OrgLens.Sender;

/// <summary>What a run has sent.</summary>
public sealed record SentSnapshot
{
    /// <summary>Whose account it is.</summary>
    public required string Account { get; init; }

    /// <summary>Where the document lies: <c>s3://…</c> or a file.</summary>
    public required string Path { get; init; }

    /// <summary>Bytes of the document, compressed.</summary>
    public required long Bytes { get; init; }

    /// <summary>Whether nothing is missing that the account has.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>Rows in the document.</summary>
    public required long Rows { get; init; }

    /// <summary>Calls made.</summary>
    public required int Calls { get; init; }

    /// <summary>Paid requests among them.</summary>
    public required int PaidCalls { get; init; }

    /// <summary>How many collectors ended in each status, by the status's name.</summary>
    public required IReadOnlyDictionary<string, int> Statuses { get; init; }

    /// <summary>What is missing: collector, Region and reason.</summary>
    public required IReadOnlyList<string> Gaps { get; init; }

    /// <summary>Work that the deadline cut off, to be done by another run.</summary>
    [JsonIgnore]
    public IReadOnlyList<SendJob> Left { get; init; } = [];

    /// <summary>Sums up what was collected.</summary>
    public static SentSnapshot Of(CollectedSnapshot collected, string path, long bytes)
    {
        ArgumentNullException.ThrowIfNull(collected);
        var gaps = collected.Coverage.Where(entry => entry.Status.IsGap()).ToList();
        return new SentSnapshot
        {
            Account = collected.Plan.Account.AccountId,
            Path = path,
            Bytes = bytes,
            IsComplete = gaps.Count == 0,
            Rows = collected.Coverage.Sum(entry => entry.Items),
            Calls = collected.Calls,
            PaidCalls = collected.PaidCalls,
            Statuses = collected.Coverage.CountBy(entry => entry.Status.NameOf()).ToDictionary(StringComparer.Ordinal),
            Gaps = [.. gaps.Select(entry => $"{entry.Collector} {entry.Region}: {entry.Status.NameOf()} ({entry.Error})")],
            Left = [.. gaps.Where(entry => entry.Error == CollectionRun.DeadlineError).Select(entry => new SendJob(entry.Collector, entry.Region))],
        };
    }
}
