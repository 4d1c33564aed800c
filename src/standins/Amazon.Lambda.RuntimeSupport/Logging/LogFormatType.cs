namespace Amazon.Lambda.RuntimeSupport;

internal enum LogFormatType
{
    Default,
    Unformatted,
    Json,
}
