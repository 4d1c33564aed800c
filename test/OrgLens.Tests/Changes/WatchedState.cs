using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrgLens.Tests.Cluster;

namespace OrgLens.Tests.Changes;

/// <summary>What the watched columns say at a moment, and what a comparison of two moments calls a change: the history without its triggers.</summary>
internal sealed class WatchedState
{
    private static readonly JsonSerializerOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, Row> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _collections = new(StringComparer.Ordinal);

    private WatchedState()
    {
    }

    public static async Task<WatchedState> OfAsync(TestDatabase database)
    {
        var columns = (await database.RowsAsync("""
            select w.relation, string_agg(format(case when c.data_type = 'jsonb' then '%L, %I' else '%L, %I::text' end, w.column_name, w.column_name), ', ')
            from watched_columns w join information_schema.columns c on c.table_schema = 'public' and c.table_name = w.relation and c.column_name = w.column_name
            where w.is_watched group by 1
            """)).Select(row => row.Split('|')).ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
        var queries = (await database.RowsAsync("select relation from history_settings where keep_days is not null")).Select(relation =>
        {
            var life = relation == "accounts" ? "'-infinity', null, null" : "first_seen_at, removed_at, collection_id::text";
            return $"select jsonb_build_array('{relation}/' || id, jsonb_build_object({columns.GetValueOrDefault(relation, "")}), {life})::text from {relation}";
        });
        var state = new WatchedState();
        foreach (var row in await database.RowsAsync(string.Join(" union all ", queries)))
        {
            var parts = JsonNode.Parse(row)!.AsArray();
            state._rows.Add(parts[0]!.ToString(), new Row(parts[1]!.AsObject(), Instant(parts[2])!.Value, Instant(parts[3]), parts[4]?.ToString()));
        }

        foreach (var row in (await database.RowsAsync("select id, latest_snapshot_id from collections where latest_snapshot_id is not null")).Select(row => row.Split('|')))
        {
            state._collections.Add(row[0], row[1]);
        }

        return state;
    }

    /// <summary>What differs from an earlier state: lines <c>table/id kind column old new</c>.</summary>
    /// <param name="before">The earlier state.</param>
    /// <param name="snapshot">The id of the document between them.</param>
    /// <param name="at">Its instant.</param>
    /// <param name="ignored">Members of JSON objects that are no change.</param>
    public IEnumerable<string> Since(WatchedState before, string snapshot, DateTimeOffset at, IReadOnlySet<string> ignored)
    {
        foreach (var (name, row) in _rows)
        {
            if (!before._rows.TryGetValue(name, out var earlier) || earlier.FirstSeenAt == DateTimeOffset.MaxValue)
            {
                // New (or known by its name alone until now) in a collection that was known, and of which this document is the newest word; an account is new by itself.
                if (row.Collection is null || (row.FirstSeenAt <= at && before._collections.ContainsKey(row.Collection) && _collections[row.Collection] == snapshot))
                {
                    yield return Line(name, "appeared", "", null, null);
                }
            }
            else if (earlier.FirstSeenAt < at)
            {
                foreach (var line in LivesOf(name, earlier, row, at).Concat(ChangesOf(name, earlier, row, ignored)))
                {
                    yield return line;
                }
            }
        }
    }

    /// <summary>A line of a history.</summary>
    public static string Line(string name, string kind, string column, string? old, string? now) => $"{name} {kind} {column} {old ?? "-"} {now ?? "-"}".Replace(" ", "", StringComparison.Ordinal);

    private static IEnumerable<string> LivesOf(string name, Row earlier, Row row, DateTimeOffset at)
    {
        var hasReturned = earlier.RemovedAt is { } gone && at > gone && (row.RemovedAt is null || row.RemovedAt > gone);
        if (hasReturned)
        {
            yield return Line(name, "returned", "", null, null);
        }

        if (row.RemovedAt is not null && (earlier.RemovedAt is null || hasReturned))
        {
            yield return Line(name, "disappeared", "", null, null);
        }
    }

    private static IEnumerable<string> ChangesOf(string name, Row earlier, Row row, IReadOnlySet<string> ignored)
    {
        foreach (var (column, value) in row.Values)
        {
            var was = earlier.Values[column];
            if (Members(was, ignored) is not { } old || Members(value, ignored) is not { } now)
            {
                if (!JsonNode.DeepEquals(was, value))
                {
                    yield return Line(name, "changed", column, Text(was), Text(value));
                }

                continue;
            }

            foreach (var member in old.Concat(now).Select(member => member.Key).Distinct().Where(member => !JsonNode.DeepEquals(old[member], now[member])))
            {
                yield return Line(name, "changed", $"{column}.{member}", Text(old[member]), Text(now[member]));
            }
        }
    }

    private static string? Text(JsonNode? value) => value is null ? null : value.GetValueKind() == JsonValueKind.String ? value.ToString() : value.ToJsonString(s_readable);

    private static JsonObject? Members(JsonNode? value, IReadOnlySet<string> ignored) => value switch
    {
        JsonObject members => new JsonObject(members.Where(member => !ignored.Contains(member.Key)).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))),
        JsonArray list when list.All(tag => (tag as JsonObject)?["Key"] is not null) => new JsonObject(list.Select(tag => KeyValuePair.Create(tag!["Key"]!.ToString(), tag["Value"]?.DeepClone()))),
        _ => null,
    };

    // PostgreSQL's ends of time are none of .NET's instants.
    private static DateTimeOffset? Instant(JsonNode? value) => value?.ToString() switch
    {
        null => null,
        "infinity" => DateTimeOffset.MaxValue,
        "-infinity" => DateTimeOffset.MinValue,
        var text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture),
    };

    private sealed record Row(JsonObject Values, DateTimeOffset FirstSeenAt, DateTimeOffset? RemovedAt, string? Collection);
}
