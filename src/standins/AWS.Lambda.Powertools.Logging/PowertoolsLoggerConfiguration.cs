using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace AWS.Lambda.Powertools.Logging;

public class PowertoolsLoggerConfiguration
{
    public string Service { get; set; }

    public string TimestampFormat { get; set; }

    public LogLevel MinimumLogLevel { get; set; } = LogLevel.None;

    public double SamplingRate { get; set; }

    public LoggerOutputCase LoggerOutputCase { get; set; } = LoggerOutputCase.Default;

    public ILogFormatter LogFormatter { get; set; }

    public JsonSerializerOptions JsonOptions { get; set; }
}
