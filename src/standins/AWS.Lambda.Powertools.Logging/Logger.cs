using AWS.Lambda.Powertools.Logging.Internal;

namespace AWS.Lambda.Powertools.Logging;

public static partial class Logger
{
    internal const string CategoryName = "AWS.Lambda.Powertools.Logging.Logger";

    private static readonly PowertoolsLogger Root = new(CategoryName);

    public static void Configure(Action<PowertoolsLoggerConfiguration> configure)
    {
        var configuration = new PowertoolsLoggerConfiguration();
        configure(configuration);
        LogSettings.Configure(configuration);
    }

    public static void UseFormatter(ILogFormatter logFormatter) => LogSettings.UseFormatter(logFormatter ?? throw new ArgumentNullException(nameof(logFormatter)));

    public static void UseDefaultFormatter() => LogSettings.UseFormatter(null);

    public static void AppendKey(string key, object value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        AppendedKeys.Append(key, value ?? throw new ArgumentNullException(nameof(value)));
    }

    public static void AppendKeys(IEnumerable<KeyValuePair<string, object>> keys)
    {
        foreach (var (key, value) in keys)
        {
            AppendKey(key, value);
        }
    }

    public static void AppendKeys(IEnumerable<KeyValuePair<string, string>> keys)
    {
        foreach (var (key, value) in keys)
        {
            AppendKey(key, value);
        }
    }

    public static void RemoveKey(string key) => AppendedKeys.Remove([key]);

    public static void RemoveKeys(params string[] keys) => AppendedKeys.Remove(keys ?? []);

    public static IEnumerable<KeyValuePair<string, object>> GetAllKeys() => AppendedKeys.Current;
}
