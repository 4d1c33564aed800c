using System.Text.Json.Nodes;
using OrgLens.Functions.Tests.Hub;

namespace OrgLens.Functions.Tests.Database;

[Collection(HubCollection.Name)]
public sealed class RotateSecretTests(RunningHub hub)
{
    [Fact]
    public async Task Enters_with_what_is_current_when_nothing_is_rotated() =>
        Assert.Null(await hub.InvokeAsync("RotateSecret", JsonNode.Parse(await File.ReadAllTextAsync(Repository.File("events", "rotate-secret.json")))!));

    [Theory]
    [InlineData("orglens_app")]
    [InlineData("orglens_reader")]
    public async Task Gives_a_secret_the_other_role_with_a_new_password_however_often_each_step_is_asked_for(string role)
    {
        var secret = SecretOf(role);
        var before = await SecretAsync(secret);

        for (var turn = 1; turn <= 2; turn++)
        {
            var token = await hub.BeginRotationAsync(secret);
            foreach (var step in RunningHub.RotationSteps)
            {
                await RotateAsync(step, secret, token);
                await RotateAsync(step, secret, token);
            }

            var after = await SecretAsync(secret);
            Assert.NotEqual(before["username"]!.ToString(), after["username"]!.ToString());
            Assert.NotEqual(before["password"]!.ToString(), after["password"]!.ToString());
            // What was current can still be entered with.
            Assert.Equal(before["username"]!.ToString(), await EnterAsync(before));
            Assert.Equal(after["username"]!.ToString(), await EnterAsync(after));
            before = after;
        }

        Assert.Equal("t", await MembershipAsync(role));
        Assert.Empty(await TrialsAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Begins_anew_after_a_rotation_that_broke_off(int steps)
    {
        var secret = hub.Cloud.Resources.ApplicationSecretArn;
        var before = await SecretAsync(secret);
        var broken = await hub.BeginRotationAsync(secret);
        foreach (var step in RunningHub.RotationSteps.Take(steps))
        {
            await RotateAsync(step, secret, broken);
        }

        Assert.Equal(before.ToJsonString(), (await SecretAsync(secret)).ToJsonString());
        Assert.Equal(before["username"]!.ToString(), await EnterAsync(before));
        await hub.RotateAsync(secret);

        var after = await SecretAsync(secret);
        Assert.NotEqual(before["username"]!.ToString(), after["username"]!.ToString());
        Assert.Equal(after["username"]!.ToString(), await EnterAsync(after));
    }

    [Fact]
    public async Task Lets_a_transaction_go_on_that_began_before()
    {
        var resources = hub.Cloud.Resources;
        var target = new JsonObject { ["resourceArn"] = resources.ClusterArn, ["secretArn"] = resources.ApplicationSecretArn };
        var begun = await hub.Aws.CallAsync("rds-data", "begin_transaction", With(target, ("database", "core")));
        var token = await hub.BeginRotationAsync(resources.ApplicationSecretArn);
        foreach (var step in RunningHub.RotationSteps)
        {
            await RotateAsync(step, resources.ApplicationSecretArn, token);
            await hub.Aws.CallAsync("rds-data", "execute_statement", With(target, ("database", "core"), ("transactionId", (string)begun["transactionId"]!), ("sql", "select count(*) from accounts")));
        }

        var end = await hub.Aws.CallAsync("rds-data", "commit_transaction", With(target, ("transactionId", (string)begun["transactionId"]!)));

        Assert.Equal("Transaction Committed", (string?)end["transactionStatus"]);
    }

    [Fact]
    public async Task Does_not_hand_out_a_password_that_the_database_does_not_know()
    {
        var secret = hub.Cloud.Resources.ApplicationSecretArn;
        var before = await SecretAsync(secret);
        var token = await hub.BeginRotationAsync(secret);
        await RotateAsync("createSecret", secret, token);

        var failure = await hub.RunAsync("RotateSecret", RunningHub.RotationStep("testSecret", secret, token));

        Assert.False(failure.IsSuccess);
        Assert.Equal(before.ToJsonString(), (await SecretAsync(secret)).ToJsonString());
        Assert.Empty(await TrialsAsync());
    }

    [Theory]
    [InlineData("createSecret", "11111111-2222-3333-4444-555555555555", "has no version")]
    [InlineData("finishSecret", null, "has no version")]
    [InlineData("changeSecret", "11111111-2222-3333-4444-555555555555", "There is no step changeSecret")]
    public async Task Refuses_what_is_no_rotation(string step, string? token, string reason)
    {
        var failure = await hub.RunAsync("RotateSecret", RunningHub.RotationStep(step, hub.Cloud.Resources.ApplicationSecretArn, token));

        Assert.False(failure.IsSuccess);
        Assert.Contains(reason, (string?)JsonNode.Parse(failure.Payload.Span)!["errorMessage"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deployment_leaves_both_roles_their_passwords()
    {
        var secret = hub.Cloud.Resources.ApplicationSecretArn;
        var before = await SecretAsync(secret);
        var token = await hub.BeginRotationAsync(secret);
        foreach (var step in RunningHub.RotationSteps)
        {
            await RotateAsync(step, secret, token);
            await hub.InvokeAsync("MigrateDatabase", new JsonObject());
        }

        Assert.Equal(before["username"]!.ToString(), await EnterAsync(before));
        var after = await SecretAsync(secret);
        Assert.Equal(after["username"]!.ToString(), await EnterAsync(after));
        Assert.DoesNotContain(hub.Log, line => line.Contains(after["password"]!.ToString(), StringComparison.Ordinal));
    }

    private string SecretOf(string role) => role == "orglens_app" ? hub.Cloud.Resources.ApplicationSecretArn : hub.Cloud.Resources.ReaderSecretArn;

    private Task<JsonNode?> RotateAsync(string step, string secret, string token) => hub.InvokeAsync("RotateSecret", RunningHub.RotationStep(step, secret, token));

    private async Task<JsonNode> SecretAsync(string secret) =>
        JsonNode.Parse((string)(await hub.Aws.CallAsync("secretsmanager", "get_secret_value", new JsonObject { ["SecretId"] = secret, ["VersionStage"] = "AWSCURRENT" }))["SecretString"]!)!;

    /// <summary>Enters the database past the Data API and returns as whom.</summary>
    private async Task<string> EnterAsync(JsonNode secret)
    {
        var settings = new Npgsql.NpgsqlConnectionStringBuilder(hub.Cloud.Postgres.ConnectionString("core"))
        {
            Username = secret["username"]!.ToString(),
            Password = secret["password"]!.ToString(),
            Pooling = false,
        };
        await using var connection = new Npgsql.NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand("select current_user::text || case when exists (select from accounts limit 0) then '?' else '' end", connection);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private async Task<string> MembershipAsync(string role) =>
        Assert.Single(await hub.ReadAsync($"select case when pg_has_role('{role}_clone', '{role}', 'usage') then 't' else 'f' end"));

    private async Task<IEnumerable<string>> TrialsAsync() =>
        (await hub.Aws.CallAsync("secretsmanager", "list_secrets", [])).AsObject()["SecretList"]!.AsArray()
            .Select(secret => (string)secret!["Name"]!).Where(name => name.Contains("/trial/", StringComparison.Ordinal));

    private static JsonObject With(JsonObject members, params (string Name, string Value)[] more)
    {
        var all = (JsonObject)members.DeepClone();
        foreach (var (name, value) in more)
        {
            all[name] = value;
        }

        return all;
    }
}
