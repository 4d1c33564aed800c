using System.Text.RegularExpressions;
using Amazon.Lambda.Annotations.Generator.Model;

namespace Amazon.Lambda.Annotations.Generator;

/// <summary>The value rules of the event attributes.</summary>
internal static class EventCheck
{
    private static readonly Regex _alphanumeric = new("^[a-zA-Z0-9]+$");

    public static IEnumerable<string> Complaints(EventModel e)
    {
        var own = e.Kind == EventKind.Sqs ? Sqs(e) : e.Kind == EventKind.S3 ? S3(e) : e.Kind == EventKind.Sns ? Sns(e) : Schedule(e);
        return e.Text("ResourceName") is { } name && !_alphanumeric.IsMatch(name)
            ? own.Append($"ResourceName = {name}: letters and digits only, not empty")
            : own;
    }

    /// <summary>Only S3 events are checked for names that occur twice.</summary>
    public static IEnumerable<string> SharedNames(IEnumerable<EventModel> events) => events
        .Where(e => e.Kind == EventKind.S3)
        .GroupBy(e => e.ResourceName)
        .Where(group => group.Count() > 1)
        .Select(group => $"several events are named '{group.Key}': give each its own ResourceName");

    private static IEnumerable<string> Sqs(EventModel e)
    {
        var (batch, window, concurrency) = (e.Number("BatchSize"), e.Number("MaximumBatchingWindowInSeconds"), e.Number("MaximumConcurrency"));
        if (batch is < 1 or > 10000)
        {
            yield return $"BatchSize = {batch}: between 1 and 10000";
        }

        if (concurrency is < 2 or > 1000)
        {
            yield return $"MaximumConcurrency = {concurrency}: between 2 and 1000";
        }

        if (window > 300)
        {
            yield return $"MaximumBatchingWindowInSeconds = {window}: between 0 and 300";
        }

        if (batch > 10 && window is null or < 1)
        {
            yield return "MaximumBatchingWindowInSeconds must be at least 1 when BatchSize is above 10";
        }

        if (!IsReference(e.Source) && e.Source.EndsWith(".fifo", StringComparison.Ordinal) && (window is not null || batch > 10))
        {
            yield return "a FIFO queue allows no MaximumBatchingWindowInSeconds and a BatchSize of at most 10";
        }

        if (!IsReferenceOrArn(e.Source))
        {
            yield return $"Queue = {e.Source}: '@Name' or an ARN";
        }
    }

    private static IEnumerable<string> S3(EventModel e)
    {
        if (!IsReference(e.Source) || !_alphanumeric.IsMatch(e.Source.Substring(1)))
        {
            yield return $"Bucket = {e.Source}: '@' and the name of a bucket in the same template";
        }

        if (e.Text("Events") is { Length: 0 })
        {
            yield return "Events must not be empty";
        }
    }

    private static IEnumerable<string> Sns(EventModel e)
    {
        if (!IsReferenceOrArn(e.Source))
        {
            yield return $"Topic = {e.Source}: '@Name' or an ARN";
        }
    }

    private static IEnumerable<string> Schedule(EventModel e)
    {
        if (!e.Source.StartsWith("rate(", StringComparison.Ordinal) && !e.Source.StartsWith("cron(", StringComparison.Ordinal))
        {
            yield return $"Schedule = {e.Source}: it begins with 'rate(' or 'cron('";
        }
    }

    private static bool IsReference(string source) => source.StartsWith("@", StringComparison.Ordinal);

    private static bool IsReferenceOrArn(string source) => IsReference(source) || source.Split([':'], 6).Length == 6;
}
