using System.Text.Json;
using Amazon.Lambda.RuntimeSupport;

namespace StandIns.Lambda.Tests.RuntimeSupport;

public sealed class LogTests : IDisposable
{
    private readonly StringWriter _console = new();
    private readonly Dictionary<string, string> _variables = [];

    public void Dispose() => _console.Dispose();

    [Theory]
    [InlineData("plain", new object[0], "plain")]
    [InlineData("{braces} without arguments", new object[0], "{braces} without arguments")]
    [InlineData("{count} of {all}", new object[] { 1, 2 }, "1 of 2")]
    [InlineData("{1} before {0}", new object[] { "a", "b" }, "b before a")]
    [InlineData("{missing} {present}", new object[] { 1 }, "1 {present}")]
    [InlineData("{number:000}", new object[] { 7 }, "007")]
    public void Arguments_fill_the_holes_of_a_message(string template, object[] arguments, string expected)
    {
        Log().Write("Information", null!, template, arguments);

        Assert.EndsWith($"\tinfo\t{expected}\n", _console.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Trace", "trce")]
    [InlineData("debug", "dbug")]
    [InlineData("Warning", "warn")]
    [InlineData("Error", "fail")]
    [InlineData("Critical", "crit")]
    [InlineData(null, "trce")]
    public void Levels_have_short_names(string? level, string label)
    {
        _variables["AWS_LAMBDA_LOG_LEVEL"] = "TRACE";

        Log().Write(level!, null!, "text", []);

        Assert.EndsWith($"\t{label}\ttext\n", _console.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WARN", "Warning", true)]
    [InlineData("WARN", "Information", false)]
    [InlineData("FATAL", "Error", false)]
    [InlineData("", "Debug", false)]
    public void Lower_levels_are_left_out(string least, string level, bool isWritten)
    {
        _variables["AWS_LAMBDA_LOG_LEVEL"] = least;

        Log().Write(level, null!, "text", []);

        Assert.Equal(isWritten, _console.ToString().Length > 0);
    }

    [Fact]
    public void The_handlers_own_level_goes_before_the_service_s()
    {
        _variables["AWS_LAMBDA_LOG_LEVEL"] = "ERROR";
        _variables["AWS_LAMBDA_HANDLER_LOG_LEVEL"] = "Debug";

        Log().Write("Debug", null!, "text", []);

        Assert.NotEmpty(_console.ToString());
    }

    [Fact]
    public void An_unformatted_log_has_no_prefix()
    {
        _variables["AWS_LAMBDA_LOG_FORMAT"] = "Unformatted";

        Log().Write("text");

        Assert.Equal("text\n", _console.ToString());
    }

    [Fact]
    public void A_JSON_log_is_one_object_a_line_with_the_arguments_as_properties()
    {
        _variables["AWS_LAMBDA_LOG_FORMAT"] = "JSON";

        Log().Write("Error", new FormatException("bad"), "{count} {@order} {list}", [3, new { Id = 7 }, new List<int> { 1, 2 }]);

        var line = JsonDocument.Parse(_console.ToString()).RootElement;
        Assert.Equal("Error", line.GetProperty("level").GetString());
        Assert.Equal("3 { Id = 7 } {list}", line.GetProperty("message").GetString());
        Assert.Equal(3, line.GetProperty("count").GetInt32());
        Assert.Equal(7, line.GetProperty("order").GetProperty("Id").GetInt32());
        Assert.Equal(2, line.GetProperty("list").GetArrayLength());
        Assert.Equal(("System.FormatException", "bad"), (line.GetProperty("errorType").GetString(), line.GetProperty("errorMessage").GetString()));
    }

    [Fact]
    public void Whole_lines_are_prefixed_and_parts_of_lines_are_not()
    {
        using var writer = new LogWriter(_console, Amazon.Lambda.Core.LogLevel.Information, Amazon.Lambda.Core.LogLevel.Information, LogFormatType.Default);

        writer.Write("part");
        writer.WriteLine(42);

        Assert.Matches(@"^part\S+Z\t\tinfo\t42\n$", _console.ToString());
    }

    private InvocationLog Log() => new(_console, _console, new LambdaEnvironment(name => _variables.GetValueOrDefault(name)!, null!));
}
