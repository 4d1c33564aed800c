using System.Text.Json;
using Amazon.Lambda.Core;

namespace AWS.Lambda.Powertools.Logging.Internal;

/// <summary>A call of a method with [Logging]. Only the outermost one of a flow opens an invocation.</summary>
internal sealed class LoggedCall
{
    private static int invocations;
    private readonly Invocation outer;
    private readonly bool clearsState;

    private LoggedCall(Invocation outer, bool clearsState)
    {
        this.outer = outer;
        this.clearsState = clearsState;
    }

    public static LoggedCall Enter(LoggingAttribute attribute, object eventObject, ILambdaContext context)
    {
        var outer = Invocation.Current;
        var settings = LogSettings.Current.With(attribute);
        Invocation.Current = outer is not null
            ? outer with { Settings = settings }
            : new Invocation(
                Interlocked.Increment(ref invocations) == 1,
                Invocation.Describe(context),
                Invocation.RootOf(Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID")),
                CorrelationId(attribute.CorrelationIdPath, eventObject),
                settings.SamplingRate > 0 && Random.Shared.NextDouble() <= settings.SamplingRate,
                settings);
        if (outer is null && eventObject is not null && (attribute.LogEvent || IsTrue("POWERTOOLS_LOGGER_LOG_EVENT")))
        {
            Logger.LogInformation(eventObject);
        }

        return new LoggedCall(outer, outer is null && attribute.ClearState);
    }

    /// <summary>The caller's flow goes on without the invocation; what the method left running keeps it.</summary>
    public void Leave() => Invocation.Current = outer;

    /// <summary>The method is done.</summary>
    public void Complete()
    {
        if (clearsState)
        {
            AppendedKeys.Clear();
        }
    }

    /// <summary>The path names C# properties (or what they are renamed to in JSON) and is case-sensitive.</summary>
    private static string CorrelationId(string path, object eventObject)
    {
        if (string.IsNullOrWhiteSpace(path) || eventObject is null)
        {
            return null;
        }

        try
        {
            var element = JsonSerializer.SerializeToElement(eventObject, eventObject.GetType());
            foreach (var name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
            {
                if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                {
                    return null;
                }
            }

            var id = element.ToString();
            return id.Length == 0 ? null : id;
        }
        catch (Exception e) when (e is NotSupportedException or JsonException)
        {
            Logger.LogDebug("Skipping CorrelationId capture because of error caused while parsing the event object {Reason}.", e.Message);
            return null;
        }
    }

    private static bool IsTrue(string variable) => bool.TryParse(Environment.GetEnvironmentVariable(variable), out var value) && value;
}
