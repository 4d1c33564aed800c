using System.Text.Json;

namespace AWS.Lambda.Powertools.Logging.Internal;

/// <summary>The members of a line; those that have no value are left out.</summary>
internal readonly struct LineMembers(Utf8JsonWriter json, LogSettings settings)
{
    public void Write(string key, object value)
    {
        switch (value)
        {
            case null:
                return;
            case string text:
                json.WriteString(Name(key), text);
                return;
            case Exception exception:
                json.WritePropertyName(Name(key));
                Write(exception);
                return;
            default:
                json.WritePropertyName(Name(key));
                WriteObject(value);
                return;
        }
    }

    public void Write(Invocation invocation)
    {
        if (invocation is null)
        {
            return;
        }

        Write("cold_start", invocation.ColdStart);
        if (invocation.Context is { } context)
        {
            Write("function_name", context.FunctionName);
            Write("function_memory_size", context.MemoryLimitInMB);
            Write("function_arn", context.InvokedFunctionArn);
            Write("function_request_id", context.AwsRequestId);
            Write("function_version", context.FunctionVersion);
        }

        Write("xray_trace_id", invocation.XRayTraceId);
    }

    private void Write(Exception exception)
    {
        json.WriteStartObject();
        Write("type", exception.GetType().FullName);
        Write("message", exception.Message);
        Write("source", exception.Source);
        Write("stack_trace", exception.StackTrace);
        Write("inner_exception", exception.InnerException);
        json.WriteEndObject();
    }

    // A value that can't be serialized must not cost the line: what was written of it so far would be half a document.
    private void WriteObject(object value)
    {
        try
        {
            json.WriteRawValue(JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), settings.Json), skipInputValidation: true);
        }
        catch (Exception e) when (e is NotSupportedException or JsonException)
        {
            json.WriteStringValue(value.ToString());
        }
    }

    private string Name(string key) => settings.Naming.ConvertName(key);
}
