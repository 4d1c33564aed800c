using System.Text;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Formats whole lines; what is written without a line end passes as it is.</summary>
internal sealed class LogWriter(TextWriter inner, LogLevel ownLevel, LogLevel least, LogFormatType format) : TextWriter(inner.FormatProvider)
{
    private readonly Lock _lock = new();

    public InvocationHeaders Invocation { get; set; }

    public override Encoding Encoding => inner.Encoding;

    public void Write(string level, Exception exception, string message, object[] args)
    {
        // An unknown level is never filtered, and shown as the lowest.
        var known = Enum.TryParse<LogLevel>(level, true, out var parsed);
        if (known && parsed < least)
        {
            return;
        }

        Write(new LogEntry(DateTime.UtcNow, parsed, Invocation, exception, message ?? string.Empty, args));
    }

    public override void Write(char value) => inner.Write(value);

    public override void Write(string value) => inner.Write(value);

    public override void Write(char[] buffer, int index, int count) => inner.Write(buffer, index, count);

    public override void Write(ReadOnlySpan<char> buffer) => inner.Write(buffer);

    public override void WriteLine() => WriteLine(string.Empty);

    public override void WriteLine(char value) => WriteLine(value.ToString());

    public override void WriteLine(bool value) => WriteLine(value.ToString());

    public override void WriteLine(int value) => WriteLine(value.ToString(FormatProvider));

    public override void WriteLine(uint value) => WriteLine(value.ToString(FormatProvider));

    public override void WriteLine(long value) => WriteLine(value.ToString(FormatProvider));

    public override void WriteLine(ulong value) => WriteLine(value.ToString(FormatProvider));

    public override void WriteLine(float value) => WriteLine(value.ToString(FormatProvider));

    public override void WriteLine(double value) => WriteLine(value.ToString(FormatProvider));

    public override void WriteLine(decimal value) => WriteLine(value.ToString(FormatProvider));

    public override void WriteLine(object value) => WriteLine(value?.ToString());

    public override void WriteLine(char[] buffer) => WriteLine(new string(buffer ?? []));

    public override void WriteLine(char[] buffer, int index, int count) => WriteLine(new string(buffer, index, count));

    public override void WriteLine(ReadOnlySpan<char> buffer) => WriteLine(new string(buffer));

    public override void WriteLine(StringBuilder value) => WriteLine(value?.ToString());

    public override void WriteLine(string format, object arg0) => WriteLine(string.Format(FormatProvider, format, arg0));

    public override void WriteLine(string format, object arg0, object arg1) => WriteLine(string.Format(FormatProvider, format, arg0, arg1));

    public override void WriteLine(string format, object arg0, object arg1, object arg2) =>
        WriteLine(string.Format(FormatProvider, format, arg0, arg1, arg2));

    public override void WriteLine(string format, params object[] arg) => WriteLine(string.Format(FormatProvider, format, arg));

    public override void WriteLine(string value)
    {
        if (ownLevel >= least)
        {
            Write(new LogEntry(DateTime.UtcNow, ownLevel, Invocation, null, value ?? string.Empty, []));
        }
    }

    public override void Flush() => inner.Flush();

    private void Write(LogEntry entry)
    {
        var line = format == LogFormatType.Json ? JsonLogLine.Format(entry) : TextLogLine.Format(entry, prefixed: format == LogFormatType.Default);
        lock (_lock)
        {
            inner.WriteLine(line);
        }
    }
}
