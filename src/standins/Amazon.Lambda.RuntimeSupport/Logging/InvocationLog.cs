using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The two console streams, each line of which gets the invocation's prefix or becomes a line of JSON.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The writers wrap the console, which nobody may dispose of.")]
internal sealed class InvocationLog
{
    private readonly LogWriter _out;
    private readonly LogWriter _error;

    public InvocationLog(TextWriter standardOut, TextWriter standardError, LambdaEnvironment environment)
    {
        var format = Enum.TryParse<LogFormatType>(environment.LogFormat, true, out var known) ? known : LogFormatType.Default;
        var least = LeastLevel(environment.LogLevel);
        _out = new LogWriter(standardOut, LogLevel.Information, least, format);
        _error = new LogWriter(standardError, LogLevel.Error, least, format);
    }

    public InvocationHeaders Invocation
    {
        set
        {
            _out.Invocation = value;
            _error.Invocation = value;
        }
    }

    /// <summary>From here on everything that the process writes to its console, and LambdaLogger, goes through this log.</summary>
    public static InvocationLog Attach(LambdaEnvironment environment)
    {
        var log = new InvocationLog(Console.Out, Console.Error, environment);
        Console.SetOut(log._out);
        Console.SetError(log._error);
        Redirect("_loggingAction", (Action<string>)(message => log.Write(null, null, message, [])));
        Redirect("_loggingWithLevelAction", (Action<string, string, object[]>)((level, message, args) => log.Write(level, null, message, args)));
        Redirect("_loggingWithLevelAndExceptionAction", (Action<string, Exception, string, object[]>)log.Write);
        return log;
    }

    public void Write(string message) => _out.WriteLine(message);

    public void Write(string level, Exception exception, string message, object[] args) => _out.Write(level, exception, message, args);

    private static void Redirect(string field, Delegate action) =>
        typeof(LambdaLogger).GetField(field, BindingFlags.NonPublic | BindingFlags.Static)?.SetValue(null, action);

    private static LogLevel LeastLevel(string name) => name?.ToUpperInvariant() switch
    {
        "FATAL" => LogLevel.Critical,
        "WARN" => LogLevel.Warning,
        "INFO" => LogLevel.Information,
        _ => Enum.TryParse<LogLevel>(name, true, out var level) ? level : LogLevel.Information,
    };
}
