namespace OrgLens.Tests.Cluster;

/// <summary>
/// All that the tables say, one line a row, without what depends on when and in which order it was written: surrogate ids (foreign
/// keys read as the natural keys they point at), times of writing and numbers of calls. What rows said before (row_changes) is the history of the
/// documents that were accepted, and depends on their order.
/// </summary>
internal static class StateDump
{
    private const string Account = "(select a.account_id from accounts a where a.id = t.account_id)";

    // Kept in parts, which say the same however they are cut.
    private const string ServiceDays = """
        select 'service_days ' || jsonb_build_object('date_from', t.date_from, 'service', t.service, 'account_type', t.account_type,
          'cost', trim_scale(sum(t.cost)), 'services', sum(t.services))::text
        from service_days t group by t.date_from, t.service, t.account_type having sum(t.services) <> 0
        """;

    private static readonly HashSet<string> s_clocks = new(StringComparer.Ordinal) { "created_at", "updated_at", "row_updated_at", "loaded_at" };

    // In these tables the words are the document's.
    private static readonly HashSet<string> s_facts = new(StringComparer.Ordinal)
    {
        "findings.created_at", "findings.updated_at", "guard_duty_findings.created_at", "guard_duty_findings.updated_at",
        "non_compliant_resources.created_at", "assets.created_at",
    };

    // How often an asset's row was written, and up to which listing: a snapshot that says nothing new does not write it.
    private static readonly HashSet<string> s_writes = new(StringComparer.Ordinal) { "assets.version", "assets.announced_version", "assets.listed_at", "assets.awaits_listing", "snapshots.calls" };

    /// <summary>The lines of the state, sorted.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(TestDatabase database)
    {
        var columns = await database.RowsAsync("""
            select c.table_name, c.column_name
            from information_schema.columns c
            join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
            where c.table_schema = 'public'
            order by c.table_name, c.ordinal_position
            """);
        var tables = columns.Select(row => row.Split('|')).Where(row => row[0] is not ("service_days" or "row_changes")).GroupBy(row => row[0], row => row[1], StringComparer.Ordinal);
        var queries = tables.Select(table =>
        {
            var members = table.Where(column => IsState(table.Key, column)).Select(column => $"'{column}', {Expression(table.Key, column)}");
            return $"select '{table.Key} ' || jsonb_strip_nulls(jsonb_build_object({string.Join(", ", members)}))::text from {table.Key} t";
        });
        return await database.RowsAsync($"{string.Join(" union all ", queries.Append(ServiceDays))} order by 1");
    }

    /// <summary>Fails with the rows that differ.</summary>
    public static void AssertSame(IReadOnlyList<string> expected, IReadOnlyList<string> actual, string when)
    {
        var missing = expected.Except(actual, StringComparer.Ordinal).Take(10).ToList();
        var surplus = actual.Except(expected, StringComparer.Ordinal).Take(10).ToList();
        Assert.True(
            missing.Count == 0 && surplus.Count == 0 && expected.Count == actual.Count,
            $"{when}: {expected.Count} rows expected, {actual.Count} found\nmissing:\n{string.Join('\n', missing)}\nsurplus:\n{string.Join('\n', surplus)}");
    }

    private static bool IsState(string table, string column) =>
        column != "id" && (!s_clocks.Contains(column) || s_facts.Contains($"{table}.{column}")) && !s_writes.Contains($"{table}.{column}");

    private static string Expression(string table, string column) => (table, column) switch
    {
        ("accounts", "account_id") => "t.account_id",
        (_, "account_id") => Account,
        (_, "snapshot_id" or "latest_snapshot_id") => $"(select s.key || '#' || s.etag from snapshots s where s.id = t.{column})",
        (_, "collection_id") =>
            "(select concat_ws('/', a.account_id, c.region, c.collector, c.period) from collections c join accounts a on a.id = c.account_id where c.id = t.collection_id)",
        ("service_catalog_events" or "service_catalog_products", "product_id") => "t.product_id",
        (_, "product_id") => "(select p.name from products p where p.id = t.product_id)",
        (_, "config_report_id") => "(select concat_ws('/', c.region, r.date_from) from config_reports r join collections c on c.id = r.collection_id where r.id = t.config_report_id)",
        (_, "cost_report_id") => "(select concat_ws('/', r.period_granularity, r.period_start) from cost_reports r where r.id = t.cost_report_id)",
        (_, "security_id") => "(select concat_ws('/', s.region, s.service) from security s where s.id = t.security_id)",
        ("inventory_applications" or "inventory_patches", "instance_id") =>
            "(select concat_ws('/', c.region, i.instance_id) from inventory_instances i join collections c on c.id = i.collection_id where i.id = t.instance_id)",
        (_, "log_id") => "(select s.key || '#' || s.etag from logs l join snapshots s on s.id = l.snapshot_id where l.id = t.log_id)",
        _ => $"t.\"{column}\"",
    };
}
