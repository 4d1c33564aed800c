using AspectInjector.Broker;
using AWS.Lambda.Powertools.Logging.Internal;
using Microsoft.Extensions.Logging;

namespace AWS.Lambda.Powertools.Logging;

[AttributeUsage(AttributeTargets.Method)]
[Injection(typeof(LoggingAspect))]
public class LoggingAttribute : Attribute
{
    public string Service { get; set; }

    public LogLevel LogLevel { get; set; } = LogLevel.None;

    public double SamplingRate { get; set; }

    public bool LogEvent { get; set; }

    public string CorrelationIdPath { get; set; }

    public bool ClearState { get; set; }

    public LoggerOutputCase LoggerOutputCase { get; set; } = LoggerOutputCase.Default;
}
