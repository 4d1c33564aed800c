using System.Text.Json.Nodes;
using Amazon.Lambda.TestUtilities;
using AWS.Lambda.Powertools.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StandIns.Aws.Tests.Setup;

namespace StandIns.Aws.Tests.Logging;

[Collection(OneOutput.Name)]
public sealed class LineTests : IDisposable
{
    private readonly CapturedOutput output = new();
    private readonly FirstInvocation first;
    private readonly TestLambdaContext context = new()
    {
        AwsRequestId = "request",
        FunctionName = "IngestSnapshots",
        FunctionVersion = "$LATEST",
        InvokedFunctionArn = "arn:aws:lambda:eu-west-1:111122223333:function:IngestSnapshots",
        MemoryLimitInMB = 512,
    };

    public LineTests(FirstInvocation first)
    {
        this.first = first;
        Logger.Configure(_ => { });
    }

    public void Dispose() => output.Dispose();

    [Fact]
    public async Task A_line_has_the_documented_keys_in_the_documented_order()
    {
        using var environment = new EnvironmentVariables().Set("_X_AMZN_TRACE_ID", "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1");

        Assert.Equal("e request", await new Handlers().HandleAsync(new("e", null), context));

        var line = output.Line;
        Assert.Equal(
            [
                "level", "message", "timestamp", "service", "cold_start", "function_name", "function_memory_size", "function_arn",
                "function_request_id", "function_version", "xray_trace_id", "name",
            ],
            line.Select(member => member.Key));
        Assert.Equal("Information", (string?)line["level"]);
        Assert.Equal("inside", (string?)line["message"]);
        Assert.EndsWith("Z", (string?)line["timestamp"], StringComparison.Ordinal);
        Assert.Equal("ingest", (string?)line["service"]);
        Assert.False((bool?)line["cold_start"]);
        Assert.Equal(512, (int?)line["function_memory_size"]);
        Assert.Equal("1-5759e988-bd862e3fe1be46a994272793", (string?)line["xray_trace_id"]);
        Assert.Equal("AWS.Lambda.Powertools.Logging.Logger", (string?)line["name"]);
    }

    [Fact]
    public void Only_the_first_invocation_of_a_process_is_a_cold_start()
    {
        Assert.True((bool?)first.Line["cold_start"]);
        Assert.Equal("service_undefined", (string?)first.Line["service"]);
    }

    [Fact]
    public void Outside_a_logged_method_there_is_no_invocation()
    {
        Logger.LogInformation("outside");

        Assert.Equal(["level", "message", "timestamp", "service", "name"], output.Line.Select(member => member.Key));
    }

    [Fact]
    public void Appended_keys_stay_until_they_are_removed()
    {
        Logger.AppendKey("SnapshotKey", "data/1");
        Logger.AppendKey("rows", 3);
        Logger.LogInformation("one");
        Logger.AppendKey("SnapshotKey", "data/2");
        Logger.RemoveKeys("rows");
        Logger.LogInformation("two");
        Logger.RemoveKeys("SnapshotKey");
        Logger.LogInformation("three");

        Assert.Equal(("data/1", 3), ((string?)output.Lines[0]["snapshot_key"], (int?)output.Lines[0]["rows"]));
        Assert.Equal(("data/2", null), ((string?)output.Lines[1]["snapshot_key"], (int?)output.Lines[1]["rows"]));
        Assert.Null(output.Lines[2]["snapshot_key"]);
    }

    [Fact]
    public async Task Clear_state_forgets_appended_keys_when_the_method_is_done()
    {
        await new Handlers().ForgetAsync(new("document", null));

        Assert.Equal("document", (string?)output.Line["document"]);
        Assert.Empty(Logger.GetAllKeys());
    }

    [Fact]
    public void Template_arguments_become_keys_but_reserved_ones_stay_ours()
    {
        Logger.LogInformation("{Rows} of {Key} {@Whole} {Level}", 12, new Uri("s3://b/k"), new { SubKey = 1 }, "hijack");

        var line = output.Line;
        Assert.Equal(12, (int?)line["rows"]);
        Assert.Equal("s3://b/k", (string?)line["key"]);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"sub_key":1}"""), line["whole"]));
        Assert.Equal("Information", (string?)line["level"]);
    }

    [Fact]
    public void An_exception_is_an_object_with_its_inner_one()
    {
        try
        {
            throw new InvalidOperationException("outer", new TimeoutException("inner"));
        }
        catch (InvalidOperationException e)
        {
            Logger.LogError(e, "failed");
        }

        var exception = output.Line["exception"]!;
        Assert.Equal("System.InvalidOperationException", (string?)exception["type"]);
        Assert.Equal("outer", (string?)exception["message"]);
        Assert.Contains(nameof(An_exception_is_an_object_with_its_inner_one), (string?)exception["stack_trace"], StringComparison.Ordinal);
        Assert.Equal("System.TimeoutException", (string?)exception["inner_exception"]!["type"]);
    }

    [Fact]
    public void A_correlation_id_is_found_by_its_path_and_the_event_can_be_logged()
    {
        new Handlers().Correlate(new("e", new() { ["request-id"] = "abc" }));

        Assert.Equal("e", (string?)output.Lines[0]["message"]!["id"]);
        Assert.All(output.Lines, line => Assert.Equal("abc", (string?)line["correlation_id"]));
        Assert.Equal(2, output.Lines.Count);
    }

    [Fact]
    public void The_level_of_the_attribute_holds_for_its_method()
    {
        new Handlers { Inside = LogAtEveryLevel }.Quiet();
        Assert.Equal(["Warning", "Error"], output.Lines.Select(line => (string?)line["level"]));

        LogAtEveryLevel();
        Assert.Equal(["Warning", "Error", "Information", "Warning", "Error"], output.Lines.Select(line => (string?)line["level"]));
    }

    [Fact]
    public void A_sampled_invocation_logs_debug_too()
    {
        new Handlers { Inside = LogAtEveryLevel }.Sampled();

        Assert.Equal("Debug", (string?)output.Lines[0]["level"]);
        Assert.All(output.Lines, line => Assert.Equal(1, (double?)line["sampling_rate"]));
    }

    [Theory]
    [InlineData(null, "Error", "Error")]
    [InlineData("DEBUG", "Error", "Debug,Information,Warning,Error")]
    [InlineData("ERROR", "Debug", "Error")]
    public void Lambdas_own_level_replaces_ours(string? lambdaLevel, string ownLevel, string expected)
    {
        using var environment = new EnvironmentVariables()
            .Set("AWS_LAMBDA_LOG_LEVEL", lambdaLevel)
            .Set("POWERTOOLS_LOG_LEVEL", ownLevel)
            .Set("POWERTOOLS_SERVICE_NAME", "from-environment");
        Logger.Configure(_ => { });

        LogAtEveryLevel();

        Assert.Equal(expected.Split(','), output.Lines.Select(line => (string?)line["level"]));
        Assert.All(output.Lines, line => Assert.Equal("from-environment", (string?)line["service"]));
    }

    [Fact]
    public void Keys_of_lines_and_of_objects_follow_the_output_case()
    {
        Handlers.Camel(new("e", null), context);

        Assert.Equal("IngestSnapshots", (string?)output.Line["functionName"]);
        Assert.Equal("e", (string?)output.Line["input"]!["id"]);
    }

    [Fact]
    public async Task An_inner_logged_method_keeps_the_invocation_and_has_its_own_settings()
    {
        await Handlers.NestAsync(context);

        Assert.Equal(["ingest", "outer"], output.Lines.Select(line => (string?)line["service"]));
        Assert.All(output.Lines, line => Assert.Equal("request", (string?)line["function_request_id"]));
    }

    [Fact]
    public async Task What_the_method_throws_passes_through()
    {
        Assert.Equal("no", (await Assert.ThrowsAsync<InvalidOperationException>(() => Handlers.FailAsync())).Message);

        Logger.LogInformation("after");
        Assert.Null(output.Line["cold_start"]);
    }

    [Fact]
    public void A_logger_of_the_host_writes_the_same_lines()
    {
        using var services = new ServiceCollection()
            .AddLogging(logging => logging.AddPowertoolsLogger(configuration =>
            {
                configuration.Service = "host";
                configuration.MinimumLogLevel = LogLevel.Debug;
            }))
            .BuildServiceProvider();
        var logger = services.GetRequiredService<ILogger<LineTests>>();

        using (logger.BeginScope(new Dictionary<string, object> { ["Account"] = "111122223333" }))
        {
            LogLoaded(logger, 5, null);
        }

        var line = output.Line;
        Assert.Equal(("host", "Debug", typeof(LineTests).FullName), ((string?)line["service"], (string?)line["level"], (string?)line["name"]));
        Assert.Equal(("111122223333", 5), ((string?)line["account"], (int?)line["rows"]));
        Assert.Equal("loaded 5 rows", (string?)line["message"]);
    }

    [Fact]
    public void A_formatter_decides_what_a_line_is()
    {
        Logger.UseFormatter(new MessageOnly());
        Logger.LogWarning("secret {Count}", 3);
        Logger.UseDefaultFormatter();

        Assert.Equal("""{"said":"secret 3","how_loud":"Warning","count":3}""", output.Line.ToJsonString());
    }

    private static readonly Action<ILogger, int, Exception?> LogLoaded = LoggerMessage.Define<int>(LogLevel.Debug, new EventId(1), "loaded {Rows} rows");

    private static void LogAtEveryLevel()
    {
        Logger.LogDebug("quiet");
        Logger.LogInformation("normal");
        Logger.LogWarning("loud");
        Logger.LogError("louder");
    }

    private sealed class MessageOnly : ILogFormatter
    {
        public object FormatLogEntry(LogEntry logEntry) =>
            new { Said = logEntry.Message, HowLoud = logEntry.Level.ToString(), Count = logEntry.ExtraKeys["Count"] };
    }
}
