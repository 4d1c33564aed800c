namespace Amazon.Lambda.Core;

/// <summary>Writes to the console until the runtime client, which finds these fields by name, puts its own writer in place.</summary>
public static class LambdaLogger
{
#pragma warning disable IDE0044 // The runtime client replaces the values by reflection.
    private static Action<string> _loggingAction = Console.WriteLine;
    private static Action<string, string, object[]> _loggingWithLevelAction = WriteWithLevel;
    private static Action<string, Exception, string, object[]> _loggingWithLevelAndExceptionAction = WriteWithLevelAndException;
#pragma warning restore IDE0044

    public static void Log(string message) => _loggingAction(message);

    public static void Log(string level, string message, params object[] args) => _loggingWithLevelAction(level, message, args);

    public static void Log(string level, Exception exception, string message, params object[] args) =>
        _loggingWithLevelAndExceptionAction(level, exception, message, args);

    public static void Log(LogLevel level, string message, params object[] args) => Log(level.ToString(), message, args);

    public static void Log(LogLevel level, Exception exception, string message, params object[] args) =>
        Log(level.ToString(), exception, message, args);

    private static void WriteWithLevel(string level, string message, object[] args)
    {
        var arguments = args is { Length: > 0 } ? " Arguments: " + string.Join(' ', args.Select(arg => $"\"{arg}\"")) : string.Empty;
        Console.WriteLine($"{level}: {message}{arguments}");
    }

    private static void WriteWithLevelAndException(string level, Exception exception, string message, object[] args)
    {
        WriteWithLevel(level, message, args);
        Console.WriteLine(exception);
    }
}
