namespace AWS.Lambda.Powertools.Logging;

public interface ILogFormatter
{
    object FormatLogEntry(LogEntry logEntry);
}
