using System.Text.Json.Nodes;

namespace OrgLens.Local.Tests.DataApi;

public sealed class ResultTests(Emulators emulators) : DataApiTest(emulators)
{
    [Theory]
    [InlineData("1::smallint", """{"longValue":1}""")]
    [InlineData("9223372036854775807", """{"longValue":9223372036854775807}""")]
    [InlineData("4294967295::oid", """{"longValue":4294967295}""")]
    [InlineData("1.5::real", """{"doubleValue":1.5}""")]
    [InlineData("1e300::float8", """{"doubleValue":1e+300}""")]
    [InlineData("12.50::numeric", """{"stringValue":"12.50"}""")]
    [InlineData("false", """{"booleanValue":false}""")]
    [InlineData("null::int", """{"isNull":true}""")]
    [InlineData("''", """{"stringValue":""}""")]
    [InlineData("'ab'::char(3)", """{"stringValue":"ab "}""")]
    [InlineData("'\\x00ff'::bytea", """{"blobValue":{"$bytes":"AP8="}}""")]
    [InlineData("'{\"a\": [1]}'::jsonb", """{"stringValue":"{\"a\": [1]}"}""")]
    [InlineData("'2026-01-15'::date", """{"stringValue":"2026-01-15"}""")]
    [InlineData("'2026-01-15 10:11:12.5'::timestamp", """{"stringValue":"2026-01-15 10:11:12.500"}""")]
    [InlineData("'2026-01-15 10:11:12.123456+02'::timestamptz", """{"stringValue":"2026-01-15 08:11:12.123456"}""")]
    [InlineData("'10:11:12'::time", """{"stringValue":"10:11:12"}""")]
    [InlineData("array[1, null, 3]", """{"arrayValue":{"longValues":[1,null,3]}}""")]
    [InlineData("array['a', 'b \"c\", \\d', '', 'NULL']", """{"arrayValue":{"stringValues":["a","b \"c\", \\d","","NULL"]}}""")]
    [InlineData("array[true, false]", """{"arrayValue":{"booleanValues":[true,false]}}""")]
    [InlineData("array[1.5, 2]::float8[]", """{"arrayValue":{"doubleValues":[1.5,2.0]}}""")]
    [InlineData("'{}'::text[]", """{"arrayValue":{"stringValues":[]}}""")]
    public async Task Returns_values_in_the_members_of_the_service(string expression, string expected)
    {
        Assert.Equal(expected, await ScalarAsync($"select {expression}"));
    }

    [Theory]
    [InlineData("interval '1 day'", "INTERVAL")]
    [InlineData("'10:00+02'::timetz", "TIMETZ")]
    [InlineData("1::money", "MONEY")]
    [InlineData("point(1, 2)", "POINT")]
    [InlineData("'x'::\"char\"", "\"CHAR\"")]
    [InlineData("'pg_class'::regclass", "regclass")]
    public async Task Refuses_types_that_it_does_not_return(string expression, string name)
    {
        var error = await FailAsync($"select {expression}");

        Assert.Equal(("UnsupportedResultException", $"The result contains the unsupported data type {name}."), (error.Code, error.Message));
    }

    [Fact]
    public async Task Refuses_arrays_of_arrays()
    {
        var error = await FailAsync("select array[[1, 2], [3, 4]]");

        Assert.Equal(("UnsupportedResultException", "The result contains a multidimensional array."), (error.Code, error.Message));
    }

    [Theory]
    [InlineData("12.50::numeric", "decimalReturnType", "DOUBLE_OR_LONG", """{"doubleValue":12.5}""")]
    [InlineData("12::numeric", "decimalReturnType", "DOUBLE_OR_LONG", """{"longValue":12}""")]
    [InlineData("12.50::numeric", "decimalReturnType", "STRING", """{"stringValue":"12.50"}""")]
    [InlineData("12::bigint", "longReturnType", "STRING", """{"stringValue":"12"}""")]
    [InlineData("12::bigint", "longReturnType", "LONG", """{"longValue":12}""")]
    public async Task Follows_the_options_for_numbers(string expression, string option, string choice, string expected)
    {
        var options = new JsonObject { ["resultSetOptions"] = new JsonObject { [option] = choice } };

        Assert.Equal(expected, await ScalarAsync($"select {expression}", options));
    }

    [Fact]
    public async Task Formats_records_as_json()
    {
        var result = await ExecuteAsync(
            "select 1 as a, 'x' as b, null::text as c, array[1, 2] as d, true as e, 1.5::float8 as f, '2026-01-15'::date as g, '\\x00'::bytea as h",
            new JsonObject { ["formatRecordsAs"] = "JSON", ["includeResultMetadata"] = true });

        Assert.Equal(
            """[{"a":1,"b":"x","c":null,"d":[1,2],"e":true,"f":1.5,"g":"2026-01-15","h":"AA=="}]""", (string?)result["formattedRecords"]);
        Assert.Null(result["records"]);
        Assert.Null(result["columnMetadata"]);
    }

    [Fact]
    public async Task Describes_columns_when_asked()
    {
        await ExecuteAsync($"create table {Table} (id serial primary key, name varchar(20), price numeric(10,2), tags text[])");

        var result = await ExecuteAsync($"select id, name as label, price, tags from {Table}", new JsonObject { ["includeResultMetadata"] = true });

        Assert.Empty(result["records"]!.AsArray());
        var columns = result["columnMetadata"]!.AsArray();
        AssertJson(
            """{"name":"id","label":"id","type":4,"typeName":"serial","schemaName":"public","tableName":"TABLE","isAutoIncrement":true,"isSigned":true,"isCurrency":false,"isCaseSensitive":false,"nullable":0,"precision":10,"scale":0,"arrayBaseColumnType":0}""".Replace("TABLE", Table, StringComparison.Ordinal),
            columns[0]!);
        Assert.Equal(("label", 12, "varchar", 20), Describe(columns[1]!));
        Assert.Equal(("price", 2, "numeric", 10), Describe(columns[2]!));
        Assert.Equal(2, (int)columns[2]!["scale"]!);
        Assert.Equal(("tags", 2003, "_text"), Describe(columns[3]!) is var (label, type, name, _) ? (label, type, name) : default);
        Assert.Equal(12, (int)columns[3]!["arrayBaseColumnType"]!);

        static (string, int, string, int) Describe(JsonNode column) =>
            ((string)column["label"]!, (int)column["type"]!, (string)column["typeName"]!, (int)column["precision"]!);
    }

    [Fact]
    public async Task Counts_changed_rows_and_leaves_generated_fields_empty()
    {
        await ExecuteAsync($"create table {Table} (id int generated always as identity, n int)");

        var inserted = await ExecuteAsync($"insert into {Table} (n) select generate_series(1, 3)");
        var returned = await ExecuteAsync($"update {Table} set n = n + 1 where n > 1 returning n");
        var deleted = await ExecuteAsync($"delete from {Table}");

        AssertJson("""{"generatedFields":[],"numberOfRecordsUpdated":3}""", inserted);
        AssertJson("""{"records":[[{"longValue":3}],[{"longValue":4}]],"numberOfRecordsUpdated":0}""", returned);
        Assert.Equal(3, (int)deleted["numberOfRecordsUpdated"]!);
    }

    [Fact]
    public async Task Runs_a_batch_with_every_set_of_values_or_with_none()
    {
        await ExecuteAsync($"create table {Table} (id int primary key, d date)");

        var result = await BatchAsync("insert into TABLE values (:id, :d)", Set(1, "2026-01-15"), Set(2, "2026-01-16"));
        var error = await Emulators.Boto3.FailAsync(
            "rds-data", "batch_execute_statement", BatchArguments("insert into TABLE values (:id, :d)", Set(3, "2026-01-17"), Set(1, "2026-01-18")));

        Assert.Equal("""{"updateResults":[{"generatedFields":[]},{"generatedFields":[]}]}""", result.ToJsonString());
        Assert.EndsWith("SQLState: 23505", error.Message, StringComparison.Ordinal);
        Assert.Equal("""{"stringValue":"2026-01-15,2026-01-16"}""", await ScalarAsync($"select string_agg(d::text, ',' order by d) from {Table}"));
    }

    /// <summary>The order of members says nothing.</summary>
    private static void AssertJson(string expected, JsonNode actual) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual.ToJsonString());

    private static JsonArray Set(int id, string date) => [Named("id", new() { ["longValue"] = id }), Named("d", new() { ["stringValue"] = date }, "DATE")];

    private Task<JsonNode> BatchAsync(string sql, params JsonArray[] sets) =>
        Emulators.Boto3.CallAsync("rds-data", "batch_execute_statement", BatchArguments(sql, sets));

    private JsonObject BatchArguments(string sql, params JsonArray[] sets) => Cluster(new JsonObject
    {
        ["database"] = "core",
        ["sql"] = sql.Replace("TABLE", Table, StringComparison.Ordinal),
        ["parameterSets"] = new JsonArray([.. sets]),
    });
}
