using Microsoft.Extensions.Logging;

namespace AWS.Lambda.Powertools.Logging.Internal;

internal sealed class PowertoolsLogger(string category) : ILogger
{
    public IDisposable BeginScope<TState>(TState state) => LogScope.Begin(state);

    public bool IsEnabled(LogLevel logLevel)
    {
        var minimum = Invocation.Current is { IsSampled: true } && LogSettings.Current.MinimumLevel > LogLevel.Debug
            ? LogLevel.Debug
            : LogSettings.Current.MinimumLevel;
        return logLevel != LogLevel.None && logLevel >= minimum;
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception exception, Func<TState, Exception, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            LogLine.Write(category, logLevel, formatter(state, exception), state as IEnumerable<KeyValuePair<string, object>>, exception);
        }
    }

    /// <summary>The message is the object itself, as JSON.</summary>
    public void Write(LogLevel logLevel, object message)
    {
        if (IsEnabled(logLevel))
        {
            LogLine.Write(category, logLevel, message, null, null);
        }
    }
}
