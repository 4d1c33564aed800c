using Amazon.Lambda.Core;
using AWS.Lambda.Powertools.Logging;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace StandIns.Aws.Tests.Logging;

/// <summary>Methods of every shape that [Logging] is woven into.</summary>
internal sealed class Handlers
{
    public Action Inside { get; init; } = () => Logger.LogInformation("inside");

    [Logging(Service = "ingest")]
    public async Task<string> HandleAsync(Event input, ILambdaContext context)
    {
        await Task.Yield();
        Inside();
        return $"{input.Id} {context.AwsRequestId}";
    }

    [Logging(ClearState = true)]
    public async Task ForgetAsync(Event input)
    {
        Logger.AppendKey("document", input.Id);
        await Task.Yield();
        Inside();
    }

    [Logging(CorrelationIdPath = "/Detail/request-id", LogEvent = true)]
    public string Correlate(Event input)
    {
        Inside();
        return input.Id;
    }

    [Logging(LogLevel = LogLevel.Warning)]
    public void Quiet() => Inside();

    [Logging(SamplingRate = 1)]
    public void Sampled() => Inside();

    [Logging(LoggerOutputCase = LoggerOutputCase.CamelCase)]
    public static void Camel(Event input, ILambdaContext context)
    {
        Logger.LogInformation("{@Input} {Context}", input, context.FunctionName);
    }

    [Logging(Service = "outer")]
    public static async Task NestAsync(ILambdaContext context)
    {
        await new Handlers().HandleAsync(new Event("nested", null), context);
        Logger.LogInformation("outside");
    }

    [Logging]
    public static async Task FailAsync()
    {
        await Task.Yield();
        throw new InvalidOperationException("no");
    }

    internal sealed record Event(string Id, Dictionary<string, string>? Detail);
}
