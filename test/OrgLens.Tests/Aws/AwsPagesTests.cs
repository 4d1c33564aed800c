using System.Text.Json.Nodes;
using OrgLens.Aws;
using OrgLens.Tests.Sender;

namespace OrgLens.Tests.Aws;

public sealed class AwsPagesTests
{
    private static readonly AwsOperation ListSecrets = AwsServices.SecretsManager.Operation("ListSecrets") with { Paging = AwsPaging.NextToken(100) };
    private static readonly AwsOperation ListKeys = AwsServices.Kms.Operation("ListKeys") with { Paging = new AwsPaging("Marker", "NextMarker", "Limit", 1000) { More = "Truncated" } };

    [Fact]
    public async Task An_empty_page_with_a_token_is_followed()
    {
        var calls = new CannedCalls().Answer("ListSecrets", """{"NextToken":"a"}""").Answer("ListSecrets", """{"SecretList":[],"NextToken":"b"}""").Answer("ListSecrets", """{"SecretList":[{}]}""");
        Assert.Equal(3, (await ReadAsync(calls, ListSecrets)).Count);
        Assert.Equal([null, "a", "b"], calls.Made.Select(call => (string?)call.Input["NextToken"]));
        Assert.All(calls.Made, call => Assert.Equal(100, (int)call.Input["MaxResults"]!));
    }

    [Theory]
    [InlineData("""{"NextToken":""}""")]
    [InlineData("""{"NextToken":null}""")]
    [InlineData("{}")]
    public async Task No_token_ends_the_list(string page) => Assert.Single(await ReadAsync(new CannedCalls().Answer("ListSecrets", page), ListSecrets));

    [Fact]
    public async Task Where_a_flag_says_whether_there_is_more_the_token_alone_does_not() =>
        Assert.Single(await ReadAsync(new CannedCalls().Answer("ListKeys", """{"NextMarker":"m","Truncated":false}"""), ListKeys));

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a", "b", "a")]
    public async Task A_token_that_came_before_is_an_error(params string[] tokens)
    {
        var calls = tokens.Aggregate(new CannedCalls(), (canned, token) => canned.Answer("ListSecrets", $$"""{"NextToken":"{{token}}"}"""));
        var failure = await Assert.ThrowsAsync<AwsAnswerException>(() => ReadAsync(calls, ListSecrets));
        Assert.Equal("secretsmanager:ListSecrets: NextToken is a token that came before", failure.Message);
        Assert.Equal(tokens.Length, calls.Made.Count);
    }

    [Fact]
    public async Task The_input_is_sent_with_every_page_and_not_changed()
    {
        var input = new JsonObject { ["MaxResults"] = 5, ["Filters"] = new JsonArray("x") };
        var calls = new CannedCalls().Answer("ListSecrets", """{"NextToken":"a"}""").Answer("ListSecrets", "{}");
        await ReadAsync(calls, ListSecrets, input);
        Assert.Equal(["""{"MaxResults":5,"Filters":["x"]}""", """{"MaxResults":5,"Filters":["x"],"NextToken":"a"}"""], calls.Made.Select(call => call.Input.ToJsonString()));
        Assert.Equal("""{"MaxResults":5,"Filters":["x"]}""", input.ToJsonString());
    }

    private static async Task<List<AwsValue>> ReadAsync(CannedCalls calls, AwsOperation operation, JsonObject? input = null)
    {
        var pages = new List<AwsValue>();
        await foreach (var page in calls.PagesAsync(operation, "eu-west-1", input, CancellationToken.None))
        {
            pages.Add(page);
        }

        return pages;
    }
}
