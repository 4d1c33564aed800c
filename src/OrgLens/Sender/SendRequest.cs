using System.Text.Json.Serialization;

namespace OrgLens.Sender;

/// <summary>What to collect and send. Everything is optional: all collectors, all enabled Regions, today.</summary>
public sealed record SendRequest
{
    /// <summary>Regions to collect from; null: every Region that the account has enabled.</summary>
    public IReadOnlyList<string>? Regions { get; init; }

    /// <summary>Collectors by their names, or by the first part of them (<c>security</c>); null: all.</summary>
    public IReadOnlyList<string>? Collectors { get; init; }

    /// <summary>The day of the run; null: today (UTC). For a past day only the facts of a period are collected: the others are those of today.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>DAILY (null, too), or MONTHLY: the costs of the month up to the day before.</summary>
    public string? Granularity { get; init; }

    /// <summary>Whether past days are asked for, from <see cref="Start"/> to <see cref="End"/>: a document for each.</summary>
    [JsonConverter(typeof(LooseFlagConverter))]
    public bool History { get; init; }

    /// <summary>First day of a history, <c>d-m-yyyy</c>; null: 1 January of the last day's year.</summary>
    public string? Start { get; init; }

    /// <summary>Last day of a history, <c>d-m-yyyy</c>; null: today.</summary>
    public string? End { get; init; }

    /// <summary>Work that an earlier invocation left; null: all of it.</summary>
    public IReadOnlyList<SendJob>? Jobs { get; init; }

    /// <summary>Which document of the run it is: 1, or more where an invocation continues another.</summary>
    public int Part { get; init; } = 1;
}
