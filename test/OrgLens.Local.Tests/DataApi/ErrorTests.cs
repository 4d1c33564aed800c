using System.Text.Json.Nodes;

namespace OrgLens.Local.Tests.DataApi;

public sealed class ErrorTests(Emulators emulators) : DataApiTest(emulators)
{
    [Theory]
    [InlineData("selekt 1", "ERROR: syntax error at or near \"selekt\"; Position: 1; SQLState: 42601")]
    [InlineData("select * from no_such_table", "ERROR: relation \"no_such_table\" does not exist; Position: 15; SQLState: 42P01")]
    [InlineData("select 1 / 0", "ERROR: division by zero; SQLState: 22012")]
    [InlineData(
        "select 1 where 1 = 'a'::text",
        "ERROR: operator does not exist: integer = text; Hint: No operator matches the given name and argument types. You might need to add explicit type casts.; Position: 18; SQLState: 42883")]
    public async Task Renders_errors_of_the_database_as_the_service_does(string sql, string message)
    {
        var error = await FailAsync(sql);

        Assert.Equal(("DatabaseErrorException", "DatabaseErrorException", 400, message), (error.Code, error.Type, error.Status, error.Message));
    }

    [Fact]
    public async Task Leaves_out_the_detail_of_a_violated_key()
    {
        await ExecuteAsync($"create table {Table} (id int primary key)");
        await ExecuteAsync($"insert into {Table} values (1)");

        var error = await FailAsync($"insert into {Table} values (1)");

        Assert.Equal($"ERROR: duplicate key value violates unique constraint \"{Table}_pkey\"; SQLState: 23505", error.Message);
    }

    [Fact]
    public async Task Refuses_more_than_one_statement()
    {
        var error = await FailAsync("select 1; select 2");

        Assert.Equal(("ValidationException", "Multistatements aren't supported."), (error.Code, error.Message));
        Assert.Equal("""{"longValue":1}""", await ScalarAsync("select 1; -- that is all;"));
    }

    [Fact]
    public async Task Refuses_a_schema()
    {
        var error = await FailAsync("select 1", new JsonObject { ["schema"] = "public" });

        Assert.Equal(("ValidationException", "The schema parameter isn't supported"), (error.Code, error.Message));
    }

    [Theory]
    [InlineData("resourceArn", Emulators.ClusterArn + "x", "HttpEndpointNotEnabledException")]
    [InlineData("secretArn", Emulators.SecretArn + "x", "SecretsErrorException")]
    [InlineData("secretArn", Emulators.NoCredentialsArn, "InvalidSecretException")]
    public async Task Refuses_clusters_and_secrets_that_it_does_not_know(string member, string arn, string code)
    {
        var error = await FailAsync("select 1", new JsonObject { [member] = arn });

        Assert.Equal((code, 400), (error.Code, error.Status));
    }

    [Fact]
    public async Task Logs_in_as_the_user_of_the_secret()
    {
        Assert.Equal("""{"stringValue":"master"}""", await ScalarAsync("select current_user::text"));

        var error = await FailAsync("select 1", new JsonObject { ["secretArn"] = Emulators.WrongPasswordArn });
        Assert.Equal("ERROR: password authentication failed for user \"master\"; SQLState: 28P01", error.Message);
    }

    [Fact]
    public async Task Reads_a_secret_again_when_the_database_refuses_what_it_remembers()
    {
        const string Arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:rotated-abcdef";
        var secret = new JsonObject { ["secretArn"] = Arn };
        await ExecuteAsync("create role rotated login password 'before'");
        Emulators.SetSecret(Arn, """{"username": "rotated", "password": "before"}""");
        // It is let in, but leaves no connection to be used again.
        await FailAsync("select 1", new JsonObject { ["secretArn"] = Arn, ["database"] = "nowhere" });

        await ExecuteAsync("alter role rotated password 'after'");
        Emulators.SetSecret(Arn, """{"username": "rotated", "password": "after"}""");

        Assert.Equal("""{"stringValue":"rotated"}""", await ScalarAsync("select current_user::text", secret));
    }

    [Fact]
    public async Task Says_so_when_there_is_no_such_database()
    {
        var error = await FailAsync("select 1", new JsonObject { ["database"] = "nowhere" });

        Assert.Equal(("DatabaseErrorException", "ERROR: database \"nowhere\" does not exist; SQLState: 3D000"), (error.Code, error.Message));
    }
}
