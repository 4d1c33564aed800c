namespace OrgLens.Cli.Tests.Dashboard;

/// <summary>Statements of these tests.</summary>
internal static class SqlText
{
    private const string Statement = """
        do $$
        declare
          target record;
        begin
          for target in
            select c.table_name, c.column_name
            from information_schema.columns c
            join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
            where c.table_schema = 'public' and c.data_type = 'text'
              -- Names of tables and columns, which only the master user writes.
              and c.table_name not in ('history_settings', 'watched_columns') and c.column_name <> 'relation'
          loop
            begin
              execute format('update %I set %I = %L || coalesce(%I, '''')', target.table_name, target.column_name, PAYLOAD, target.column_name);
            exception
              -- Some columns take only what they know.
              when check_violation or unique_violation then null;
            end;
          end loop;
        end
        $$
        """;

    /// <summary>Puts a payload before the text of every column that takes it.</summary>
    public static string Poison(string payload) => Statement.Replace("PAYLOAD", $"'{payload.Replace("'", "''", StringComparison.Ordinal)}'", StringComparison.Ordinal);
}
