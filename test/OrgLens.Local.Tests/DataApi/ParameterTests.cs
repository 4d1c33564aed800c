namespace OrgLens.Local.Tests.DataApi;

public sealed class ParameterTests(Emulators emulators) : DataApiTest(emulators)
{
    [Theory]
    [InlineData("""{"longValue": 9007199254740993}""", """{"longValue":9007199254740993}""")]
    [InlineData("""{"doubleValue": 0.1}""", """{"doubleValue":0.1}""")]
    [InlineData("""{"booleanValue": true}""", """{"booleanValue":true}""")]
    [InlineData("""{"stringValue": "it's ☃ \"quoted\""}""", """{"stringValue":"it's ☃ \"quoted\""}""")]
    [InlineData("""{"blobValue": {"$bytes": "AAH/"}}""", """{"blobValue":{"$bytes":"AAH/"}}""")]
    [InlineData("""{"isNull": true}""", """{"isNull":true}""")]
    public async Task Returns_what_was_passed(string value, string expected)
    {
        Assert.Equal(expected, await ScalarAsync("select :value", null, Named("value", Json(value))));
    }

    [Theory]
    [InlineData("""{"longValue": 1}""", "bigint")]
    [InlineData("""{"doubleValue": 1}""", "double precision")]
    [InlineData("""{"booleanValue": false}""", "boolean")]
    [InlineData("""{"stringValue": "x"}""", "character varying")]
    [InlineData("""{"blobValue": {"$bytes": "AA=="}}""", "bytea")]
    public async Task Binds_values_with_the_types_of_the_service(string value, string type)
    {
        Assert.Equal($$"""{"stringValue":"{{type}}"}""", await ScalarAsync("select pg_typeof(:value)::text", null, Named("value", Json(value))));
    }

    [Theory]
    [InlineData("DATE", "2026-01-15", "date", "2026-01-15")]
    [InlineData("DECIMAL", "12345678901234567890.12345678901234567890", "numeric", "12345678901234567890.12345678901234567890")]
    [InlineData("JSON", "{\"a\": 1}", "json", "{\"a\": 1}")]
    [InlineData("TIME", "23:59:58.5", "time without time zone", "23:59:58.500")]
    [InlineData("TIMESTAMP", "2026-01-15 10:11:12", "timestamp without time zone", "2026-01-15 10:11:12")]
    [InlineData("UUID", "6f1c1b0a-4e0b-4c0e-9d59-0f6d1b1f2a3c", "uuid", "6f1c1b0a-4e0b-4c0e-9d59-0f6d1b1f2a3c")]
    public async Task Follows_type_hints(string hint, string text, string type, string expected)
    {
        var result = await ExecuteAsync(
            "select :value, pg_typeof(:value)::text", null, Named("value", new() { ["stringValue"] = text }, hint));

        var row = result["records"]![0]!;
        Assert.Equal(expected, (string?)row[0]!["stringValue"]);
        Assert.Equal(type, (string?)row[1]!["stringValue"]);
    }

    [Fact]
    public async Task Lets_the_database_complain_about_a_value_that_does_not_fit_its_hint()
    {
        var error = await FailAsync("select :day", null, Named("day", Json("""{"stringValue": "tomorrow week"}"""), "DATE"));

        Assert.Equal("DatabaseErrorException", error.Code);
        Assert.Equal("ERROR: invalid input syntax for type date: \"tomorrow week\"; SQLState: 22007", error.Message);
    }

    [Fact]
    public async Task Passes_a_null_to_any_type()
    {
        await ExecuteAsync($"create table {Table} (i int, j jsonb, t timestamptz, u uuid, a text[])");
        var nothing = Json("""{"isNull": true}""");

        await ExecuteAsync(
            $"insert into {Table} values (:i, :j, :t, :u, :a)", null,
            [.. "ijtua".Select(name => Named(name.ToString(), nothing.DeepClone().AsObject()))]);

        Assert.Equal("""{"longValue":1}""", await ScalarAsync($"select count(*) from {Table} where i is null and a is null"));
    }

    [Fact]
    public async Task Does_not_turn_strings_into_other_types_by_itself()
    {
        await ExecuteAsync($"create table {Table} (j jsonb)");

        var error = await FailAsync($"insert into {Table} values (:j)", null, Named("j", Json("""{"stringValue": "{}"}""")));

        Assert.StartsWith("ERROR: column \"j\" is of type jsonb but expression is of type character varying; Hint: ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("; SQLState: 42804", error.Message, StringComparison.Ordinal);
        await ExecuteAsync($"insert into {Table} values (:j::jsonb)", null, Named("j", Json("""{"stringValue": "{}"}""")));
    }

    [Fact]
    public async Task Refuses_arrays()
    {
        var error = await FailAsync("select :a", null, Named("a", Json("""{"arrayValue": {"longValues": [1, 2]}}""")));

        Assert.Equal(("ValidationException", "Array parameters are not supported."), (error.Code, error.Message));
    }

    [Fact]
    public async Task Refuses_a_name_without_a_value()
    {
        var error = await FailAsync("select :a, :b", null, Named("a", Json("""{"longValue": 1}""")));

        Assert.Equal(("BadRequestException", "Cannot find parameter: b"), (error.Code, error.Message));
        Assert.Equal("BadRequestException", error.Type);
    }

    [Fact]
    public async Task Finds_names_only_where_they_are_code()
    {
        var result = await ExecuteAsync(
            "select ':a' /* :b */, $$:c$$, \"x:y\", (:n)::text || (array[1,2,3])[1:2]::text from (select 1 as \"x:y\") t -- :d",
            null,
            Named("n", Json("""{"longValue": 7}""")));

        Assert.Equal("""[{"stringValue":":a"},{"stringValue":":c"},{"longValue":1},{"stringValue":"7{1,2}"}]""", result["records"]![0]!.ToJsonString());
    }

    [Fact]
    public async Task Takes_a_blob_of_three_megabytes()
    {
        var blob = Convert.ToBase64String(new byte[3_000_000]);

        var length = await ScalarAsync("select length(:b)", null, Named("b", Json($$$"""{"blobValue": {"$bytes": "{{{blob}}}"}}""")));

        Assert.Equal("""{"longValue":3000000}""", length);
    }
}
