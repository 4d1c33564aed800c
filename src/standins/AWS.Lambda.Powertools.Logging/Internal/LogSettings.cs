using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace AWS.Lambda.Powertools.Logging.Internal;

/// <summary>What attribute, configuration and environment, in this order, say about the lines.</summary>
internal sealed record LogSettings
{
    private const string DefaultService = "service_undefined";
    private static LogSettings configured = From(new PowertoolsLoggerConfiguration());

    private LogSettings()
    {
    }

    public static LogSettings Current => Invocation.Current?.Settings ?? Volatile.Read(ref configured);

    public string Service { get; private init; }

    public LogLevel MinimumLevel { get; private init; }

    public double SamplingRate { get; private init; }

    public string TimestampFormat { get; private init; }

    public OutputNaming Naming { get; private init; }

    public ILogFormatter Formatter { get; private init; }

    public JsonSerializerOptions Json { get; private init; }

    private JsonSerializerOptions GivenJson { get; init; }

    public static void Configure(PowertoolsLoggerConfiguration configuration) => Volatile.Write(ref configured, From(configuration));

    public static void UseFormatter(ILogFormatter formatter) =>
        Volatile.Write(ref configured, Volatile.Read(ref configured) with { Formatter = formatter });

    /// <summary>What the attribute of a method sets wins over the configuration, for that method.</summary>
    public LogSettings With(LoggingAttribute attribute)
    {
        var changed = this with
        {
            Service = attribute.Service ?? Service,
            MinimumLevel = attribute.LogLevel == LogLevel.None ? MinimumLevel : Effective(attribute.LogLevel),
            SamplingRate = attribute.SamplingRate > 0 ? attribute.SamplingRate : SamplingRate,
        };
        return attribute.LoggerOutputCase == LoggerOutputCase.Default ? changed : changed.In(attribute.LoggerOutputCase);
    }

    private static LogSettings From(PowertoolsLoggerConfiguration configuration)
    {
        var outputCase = configuration.LoggerOutputCase == LoggerOutputCase.Default
            ? Variable<LoggerOutputCase>("POWERTOOLS_LOGGER_CASE", LoggerOutputCase.SnakeCase)
            : configuration.LoggerOutputCase;
        var level = configuration.MinimumLogLevel == LogLevel.None
            ? Variable("POWERTOOLS_LOG_LEVEL", LogLevel.Information)
            : configuration.MinimumLogLevel;
        return new LogSettings
        {
            Service = configuration.Service ?? Environment.GetEnvironmentVariable("POWERTOOLS_SERVICE_NAME") ?? DefaultService,
            MinimumLevel = Effective(level),
            SamplingRate = configuration.SamplingRate > 0
                ? configuration.SamplingRate
                : double.TryParse(Environment.GetEnvironmentVariable("POWERTOOLS_LOGGER_SAMPLE_RATE"), CultureInfo.InvariantCulture, out var rate) ? rate : 0,
            TimestampFormat = string.IsNullOrEmpty(configuration.TimestampFormat) ? "o" : configuration.TimestampFormat,
            Formatter = configuration.LogFormatter,
            GivenJson = configuration.JsonOptions,
        }.In(outputCase);
    }

    // The level from Lambda's advanced logging controls is what the service itself filters by: it replaces ours.
    private static LogLevel Effective(LogLevel level) => Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_LEVEL")?.ToUpperInvariant() switch
    {
        "TRACE" => LogLevel.Trace,
        "DEBUG" => LogLevel.Debug,
        "INFO" => LogLevel.Information,
        "WARN" => LogLevel.Warning,
        "ERROR" => LogLevel.Error,
        "FATAL" => LogLevel.Critical,
        _ => level,
    };

    private static T Variable<T>(string name, T otherwise)
        where T : struct, Enum => Enum.TryParse<T>(Environment.GetEnvironmentVariable(name), ignoreCase: true, out var value) ? value : otherwise;

    private LogSettings In(LoggerOutputCase outputCase)
    {
        var naming = OutputNaming.For(outputCase);
        return this with { Naming = naming, Json = naming.OptionsFrom(GivenJson) };
    }
}
