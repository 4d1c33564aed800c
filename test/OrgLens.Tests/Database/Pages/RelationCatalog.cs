using System.Text.Json;
using OrgLens.Tests.Cluster;

namespace OrgLens.Tests.Database.Pages;

/// <summary>Reads the catalog of a migrated database.</summary>
internal static class RelationCatalog
{
    // Not-null constraints are rows of their own from PostgreSQL 18 on: columns tell them in every version.
    private const string Query = """
        select jsonb_build_object(
          'Name', relation.relname,
          'IsView', relation.relkind = 'v',
          'Comment', obj_description(relation.oid),
          'Columns', (
            select jsonb_agg(jsonb_build_object(
                'Name', attname, 'Type', replace(format_type(atttypid, atttypmod), 'timestamp with time zone', 'timestamptz'), 'IsRequired', attnotnull,
                'Comment', col_description(attrelid, attnum)) order by attnum)
            from pg_attribute
            where attrelid = relation.oid and attnum > 0 and not attisdropped),
          'Keys', (
            select coalesce(jsonb_agg(pg_get_constraintdef(oid) order by array_position('{p,u,f,c}', contype::text), conname), '[]')
            from pg_constraint
            where conrelid = relation.oid and contype in ('p', 'u', 'f', 'c')),
          'Indexes', (
            select coalesce(jsonb_agg(pg_get_indexdef(indexrelid) order by indexrelid::regclass::text), '[]')
            from pg_index
            where indrelid = relation.oid and not exists (select from pg_constraint where conindid = indexrelid and conrelid = relation.oid)),
          'Sources', (
            select coalesce(jsonb_agg(distinct source.relname), '[]')
            from pg_rewrite rule
            join pg_depend used on used.classid = 'pg_rewrite'::regclass and used.objid = rule.oid and used.refclassid = 'pg_class'::regclass
            join pg_class source on source.oid = used.refobjid and source.oid <> relation.oid and source.relkind in ('r', 'v')
            where rule.ev_class = relation.oid),
          'Writers', (
            select coalesce(jsonb_agg(distinct proname order by proname), '[]')
            from pg_proc
            where pronamespace = 'load'::regnamespace and prosrc ~ format('(insert into|update|delete from) public\.%s\M', relation.relname)),
          'Sections', (select coalesce(jsonb_agg(section order by section), '[]') from load.targets() where relation.relname = targets.relation))
        from pg_class relation
        where relation.relnamespace = 'public'::regnamespace and relation.relkind in ('r', 'v')
        order by relation.relname
        """;

    /// <summary>All tables and views, by their names.</summary>
    public static async Task<IReadOnlyDictionary<string, Relation>> ReadAsync(TestDatabase database) =>
        (await database.RowsAsync(Query)).Select(row => JsonSerializer.Deserialize<Relation>(row)!).ToDictionary(relation => relation.Name, StringComparer.Ordinal);
}
