using System.Text.Json.Nodes;

namespace OrgLens.Local.Tests.Lambda;

public sealed class InvocationTests : IAsyncDisposable
{
    private static readonly Uri s_nowhere = new("http://127.0.0.1:9");
    private readonly FakeFunction _function = new(s_nowhere);

    public ValueTask DisposeAsync() => _function.DisposeAsync();

    [Fact]
    public async Task Returns_what_the_function_returns()
    {
        var result = await _function.InvokeAsync("""{"do": "echo", "text": "☃"}""");

        Assert.True(result.IsSuccess);
        Assert.Equal("☃", (string?)JsonNode.Parse(FakeFunction.Text(result))!["text"]);
    }

    [Fact]
    public async Task Reports_an_error_of_the_function_and_keeps_the_environment()
    {
        var failure = await _function.InvokeAsync("""{"do": "fail"}""");
        var next = await _function.InvokeAsync("""{"do": "count"}""");

        Assert.Equal("Unhandled", failure.FunctionError);
        Assert.Equal("told to fail", (string?)JsonNode.Parse(FakeFunction.Text(failure))!["errorMessage"]);
        Assert.Equal("2", FakeFunction.Text(next));
    }

    [Fact]
    public async Task Ends_a_function_that_takes_too_long()
    {
        await using var function = new FakeFunction(s_nowhere, f => f with { Timeout = TimeSpan.FromSeconds(1) });

        var hung = await function.InvokeAsync("""{"do": "hang"}""");
        var next = await function.InvokeAsync("""{"do": "count"}""");

        Assert.Equal("Unhandled", hung.FunctionError);
        var error = JsonNode.Parse(FakeFunction.Text(hung))!;
        Assert.Equal("Sandbox.Timedout", (string?)error["errorType"]);
        Assert.EndsWith("Task timed out after 1.00 seconds", (string?)error["errorMessage"], StringComparison.Ordinal);
        Assert.Equal("1", FakeFunction.Text(next));
    }

    [Fact]
    public async Task Reports_a_process_that_ends_in_the_middle()
    {
        var result = await _function.InvokeAsync("""{"do": "exit"}""");
        var next = await _function.InvokeAsync("""{"do": "count"}""");

        var error = JsonNode.Parse(FakeFunction.Text(result))!;
        Assert.Equal("Runtime.ExitError", (string?)error["errorType"]);
        Assert.EndsWith("exit status 3", (string?)error["errorMessage"], StringComparison.Ordinal);
        Assert.Equal("1", FakeFunction.Text(next));
    }

    [Fact]
    public async Task Reports_a_function_that_cannot_start()
    {
        await using var function = new FakeFunction(
            s_nowhere, f => f with { Environment = new Dictionary<string, string> { ["FAIL_INIT"] = "1" } });

        var result = await function.InvokeAsync("{}");

        Assert.Equal("Unhandled", result.FunctionError);
        Assert.Equal("no start", (string?)JsonNode.Parse(FakeFunction.Text(result))!["errorMessage"]);
    }

    [Theory]
    [InlineData("ANSWER", "\"42\"")]
    [InlineData("AWS_LAMBDA_FUNCTION_NAME", "\"Obey\"")]
    [InlineData("AWS_REGION", "\"eu-west-1\"")]
    [InlineData("USER", "null")]
    public async Task Shows_the_function_its_own_environment_only(string name, string expected)
    {
        var result = await _function.InvokeAsync($$"""{"do": "env", "name": "{{name}}"}""");

        Assert.Equal(expected, FakeFunction.Text(result));
    }

    [Fact]
    public async Task Keeps_what_the_function_writes()
    {
        var result = await _function.InvokeAsync("""{"do": "log", "text": "hello from inside"}""");

        Assert.Contains($"END RequestId: {result.RequestId}", result.LogTail, StringComparison.Ordinal);
        await Eventually.HoldsAsync(() => Task.FromResult(_function.Log.Contains("hello from inside", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Closes_environments_that_have_nothing_to_do()
    {
        var clock = new FiringClock();
        await using var function = new FakeFunction(s_nowhere, time: clock);
        await function.InvokeAsync("{}");

        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal("2", FakeFunction.Text(await function.InvokeAsync("""{"do": "count"}""")));
        clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("1", FakeFunction.Text(await function.InvokeAsync("""{"do": "count"}""")));
    }

    [Fact]
    public async Task Runs_as_many_environments_as_allowed_and_no_more()
    {
        await using var function = new FakeFunction(s_nowhere, environments: 2);
        var folder = Directory.CreateDirectory(Path.Combine(function.Folder, "instances")).FullName;

        // Each of them returns only when there are two; the third has to wait for a place and then finds its two.
        var results = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ =>
            function.InvokeAsync($$"""{"do": "wait", "folder": "{{folder}}", "count": 2}""")));

        Assert.All(results, result => Assert.True(result.IsSuccess));
        Assert.Equal(2, Directory.GetFiles(folder).Length);
    }
}
