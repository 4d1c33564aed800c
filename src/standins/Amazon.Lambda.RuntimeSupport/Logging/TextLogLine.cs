using System.Globalization;
using System.Text;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>time TAB request id TAB level TAB message, and the exception on the lines after it.</summary>
internal static class TextLogLine
{
    public static string Format(LogEntry entry, bool prefixed)
    {
        var message = LogTemplate.Parse(entry).Fill(entry.Arguments);
        var line = new StringBuilder();
        if (prefixed)
        {
            line.Append(entry.Timestamp.ToString(LogEntry.TimestampFormat, CultureInfo.InvariantCulture)).Append('\t')
                .Append(entry.Invocation?.AwsRequestId).Append('\t')
                .Append(Label(entry.Level)).Append('\t');
        }

        line.Append(message);
        if (entry.Exception is null)
        {
            return line.ToString();
        }

        return (message.Length > 0 ? line.Append('\n') : line).Append(entry.Exception).ToString();
    }

    private static string Label(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        _ => "crit",
    };
}
