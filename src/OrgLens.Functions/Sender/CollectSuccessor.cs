using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using OrgLens.Aws;
using OrgLens.Sender;

namespace OrgLens.Functions.Sender;

/// <summary>Starts another invocation of the function for the work that this one had no time for.</summary>
/// <param name="calls">The client.</param>
/// <param name="logger">Says that there is a successor, or that there won't be another.</param>
public sealed partial class CollectSuccessor(IAwsCalls calls, ILogger<CollectSuccessor> logger)
{
    // What does not get done in an hour is stuck, and another try would be, too.
    private const int LastPart = 4;

    /// <summary>Starts it where there is something left.</summary>
    /// <param name="request">What this invocation was asked for.</param>
    /// <param name="sent">What became of it.</param>
    /// <param name="functionName">The function's own name.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task ContinueAsync(SendRequest request, SentSnapshot sent, string functionName, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(sent);
        if (sent.Left.Count == 0)
        {
            return;
        }

        if (request.Part >= LastPart)
        {
            LogGivenUp(sent.Left.Count, request.Part);
            return;
        }

        var next = request with { Jobs = sent.Left, Part = request.Part + 1 };
        await InvokeAsync(next, functionName, cancellationToken);
        LogContinued(sent.Left.Count, next.Part);
    }

    /// <summary>Starts it for the days of a history that are left.</summary>
    /// <param name="request">The request for history.</param>
    /// <param name="day">The first of those days.</param>
    /// <param name="functionName">The function's own name.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task GoOnAsync(SendRequest request, DateOnly day, string functionName, CancellationToken cancellationToken)
    {
        await InvokeAsync(request with { Start = day.ToString("d-M-yyyy", CultureInfo.InvariantCulture) }, functionName, cancellationToken);
        LogGoesOn(day);
    }

    private async Task InvokeAsync(SendRequest request, string functionName, CancellationToken cancellationToken)
    {
        var input = JsonSerializer.SerializeToNode(request, FunctionsJson.Default.SendRequest)!.AsObject();
        input["FunctionName"] = functionName;
        input["InvocationType"] = "Event";
        await calls.CallAsync(LambdaInvocation.Invoke, Environment.GetEnvironmentVariable("AWS_REGION")!, input, cancellationToken);
    }

    [LoggerMessage(42, LogLevel.Information, "{Jobs} collectors had no time left: part {Part} of the snapshot continues with them")]
    private partial void LogContinued(int jobs, int part);

    [LoggerMessage(43, LogLevel.Warning, "{Jobs} collectors had no time left in {Part} parts: they are given up for this run")]
    private partial void LogGivenUp(int jobs, int part);

    [LoggerMessage(44, LogLevel.Information, "The history goes on from {Day} in another invocation")]
    private partial void LogGoesOn(DateOnly day);
}
