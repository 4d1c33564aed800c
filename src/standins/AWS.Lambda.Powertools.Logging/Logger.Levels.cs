using Microsoft.Extensions.Logging;

namespace AWS.Lambda.Powertools.Logging;

public static partial class Logger
{
    public static void Log(LogLevel logLevel, string message, params object[] args) => Root.Log(logLevel, message, args);

    public static void Log(LogLevel logLevel, Exception exception, string message, params object[] args) => Root.Log(logLevel, exception, message, args);

    public static void LogTrace(string message, params object[] args) => Root.Log(LogLevel.Trace, message, args);

    public static void LogTrace(Exception exception, string message, params object[] args) => Root.Log(LogLevel.Trace, exception, message, args);

    public static void LogTrace(object message) => Root.Write(LogLevel.Trace, message);

    public static void LogTrace(Exception exception) => Root.Log(LogLevel.Trace, exception, exception?.Message);

    public static void LogDebug(string message, params object[] args) => Root.Log(LogLevel.Debug, message, args);

    public static void LogDebug(Exception exception, string message, params object[] args) => Root.Log(LogLevel.Debug, exception, message, args);

    public static void LogDebug(object message) => Root.Write(LogLevel.Debug, message);

    public static void LogDebug(Exception exception) => Root.Log(LogLevel.Debug, exception, exception?.Message);

    public static void LogInformation(string message, params object[] args) => Root.Log(LogLevel.Information, message, args);

    public static void LogInformation(Exception exception, string message, params object[] args) => Root.Log(LogLevel.Information, exception, message, args);

    public static void LogInformation(object message) => Root.Write(LogLevel.Information, message);

    public static void LogInformation(Exception exception) => Root.Log(LogLevel.Information, exception, exception?.Message);

    public static void LogWarning(string message, params object[] args) => Root.Log(LogLevel.Warning, message, args);

    public static void LogWarning(Exception exception, string message, params object[] args) => Root.Log(LogLevel.Warning, exception, message, args);

    public static void LogWarning(object message) => Root.Write(LogLevel.Warning, message);

    public static void LogWarning(Exception exception) => Root.Log(LogLevel.Warning, exception, exception?.Message);

    public static void LogError(string message, params object[] args) => Root.Log(LogLevel.Error, message, args);

    public static void LogError(Exception exception, string message, params object[] args) => Root.Log(LogLevel.Error, exception, message, args);

    public static void LogError(object message) => Root.Write(LogLevel.Error, message);

    public static void LogError(Exception exception) => Root.Log(LogLevel.Error, exception, exception?.Message);

    public static void LogCritical(string message, params object[] args) => Root.Log(LogLevel.Critical, message, args);

    public static void LogCritical(Exception exception, string message, params object[] args) => Root.Log(LogLevel.Critical, exception, message, args);

    public static void LogCritical(object message) => Root.Write(LogLevel.Critical, message);

    public static void LogCritical(Exception exception) => Root.Log(LogLevel.Critical, exception, exception?.Message);
}
