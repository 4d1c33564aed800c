using OrgLens.Database;

namespace OrgLens.Local.Tests.Database;

public sealed class SqlScannerTests
{
    [Theory]
    [InlineData("select :a", "select $1", "a")]
    [InlineData("select :a, :b, :a", "select $1, $2, $1", "a,b")]
    [InlineData("select :a::jsonb", "select $1::jsonb", "a")]
    [InlineData("select:a", "select $1", "a")]
    [InlineData("insert into t values(:id,:long_name1)", "insert into t values($1,$2)", "id,long_name1")]
    [InlineData("select a[:lo::hi] from t", "select a[$1::hi] from t", "lo")]
    [InlineData("select a[:lo : :hi] from t", "select a[$1 : $2] from t", "lo,hi")]
    [InlineData("select array[:a, :b]", "select array[$1, $2]", "a,b")]
    [InlineData("select array[[:a], [:b]]", "select array[[$1], [$2]]", "a,b")]
    [InlineData("select array[case when x then :a end]", "select array[case when x then $1 end]", "a")]
    [InlineData("select (a)[f(x, y => :a)]", "select (a)[f(x, y => $1)]", "a")]
    [InlineData("select :größe", "select $1", "größe")]
    public void Replaces_named_parameters_by_positions(string sql, string text, string names)
    {
        var parsed = SqlScanner.ParseParameters(sql);

        Assert.Equal(text, parsed.Text);
        Assert.Equal(names.Split(','), parsed.ParameterNames);
    }

    [Theory]
    [InlineData("select ':a'")]
    [InlineData("select 'it''s :a'")]
    [InlineData(@"select E'it\'s :a'")]
    [InlineData(@"select 'back\', e'\\', ':a'")]
    [InlineData("select \":a\" from \"t\"\":b\"")]
    [InlineData("select $$ :a $$")]
    [InlineData("select $body$ $$ :a $b$ $body$")]
    [InlineData("select 1 -- :a\n")]
    [InlineData("select 1 /* :a /* :b */ :c */")]
    [InlineData("select x::text")]
    [InlineData("select a[1:2], a[lo:hi], a[f(1):hi], (a)[\"lo\":hi], a[$1:hi] from t")]
    [InlineData("select f(x := 1, y => 2)")]
    [InlineData("select 'unterminated :a")]
    [InlineData("select $q$ unterminated :a")]
    [InlineData("select /* unterminated :a")]
    [InlineData("select a$b$ :: text, b$b$ from t")]
    [InlineData("select '{\"a\":true}'::jsonb @> '{}'")]
    [InlineData("select ' : ', ': a', 5 : 6")]
    public void Leaves_what_is_no_parameter_alone(string sql)
    {
        var parsed = SqlScanner.ParseParameters(sql);

        Assert.Equal(sql, parsed.Text);
        Assert.Empty(parsed.ParameterNames);
    }

    [Fact]
    public void Splits_a_script_at_its_semicolons()
    {
        const string script = """
            -- tables
            create table a (t text default ';');

            /* ; */ insert into a values ($$;$$), (E'\';'), (";") ;
            ;; -- nothing here ;
            select 1
            """;

        var statements = SqlScanner.SplitStatements(script);

        Assert.Equal(
            ["-- tables\ncreate table a (t text default ';')", "/* ; */ insert into a values ($$;$$), (E'\\';'), (\";\")", "-- nothing here ;\nselect 1"],
            statements);
    }

    [Fact]
    public void Keeps_function_bodies_whole()
    {
        const string quoted = "create function f() returns int language plpgsql as $f$ begin perform 1; return 2; end $f$";
        const string atomic = "create function g(x int) returns int begin atomic select 1; select case when x = 1 then 2 else 3 end; end";

        Assert.Equal([quoted, atomic, "select 1"], SqlScanner.SplitStatements($"{quoted};{atomic};select 1;"));
    }

    [Fact]
    public void Keeps_the_actions_of_a_rule_together()
    {
        const string rule = "create rule r as on insert to a do also (insert into b values (1); insert into c values (2))";

        Assert.Equal([rule, "select 1"], SqlScanner.SplitStatements($"{rule};select 1"));
    }

    [Theory]
    [InlineData("begin; select 1; end;", 3)]
    [InlineData("", 0)]
    [InlineData(" ; -- x\n; /* y */ ", 0)]
    [InlineData("select case when true then 1 end; select 2", 2)]
    public void Counts_only_pieces_that_hold_code(string script, int count) =>
        Assert.Equal(count, SqlScanner.SplitStatements(script).Count);
}
