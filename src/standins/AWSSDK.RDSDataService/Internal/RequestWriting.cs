using System.Text.Json;
using Amazon.RDSDataService.Model;
using Amazon.StandIns;

namespace Amazon.RDSDataService;

internal static class RequestWriting
{
    public static void Write(Utf8JsonWriter json, ExecuteStatementRequest request)
    {
        json.Member("resourceArn"u8, request.ResourceArn);
        json.Member("secretArn"u8, request.SecretArn);
        json.Member("database"u8, request.Database);
        json.Member("schema"u8, request.Schema);
        json.Member("sql"u8, request.Sql);
        json.Member("transactionId"u8, request.TransactionId);
        json.Member("includeResultMetadata"u8, request.IncludeResultMetadata);
        json.Member("continueAfterTimeout"u8, request.ContinueAfterTimeout);
        json.Member("formatRecordsAs"u8, request.FormatRecordsAs);
        if (request.ResultSetOptions is { } options)
        {
            json.WriteStartObject("resultSetOptions"u8);
            json.Member("decimalReturnType"u8, options.DecimalReturnType);
            json.Member("longReturnType"u8, options.LongReturnType);
            json.WriteEndObject();
        }

        json.Member("parameters"u8, request.Parameters, WriteParameter);
    }

    public static void Write(Utf8JsonWriter json, BatchExecuteStatementRequest request)
    {
        json.Member("resourceArn"u8, request.ResourceArn);
        json.Member("secretArn"u8, request.SecretArn);
        json.Member("database"u8, request.Database);
        json.Member("schema"u8, request.Schema);
        json.Member("sql"u8, request.Sql);
        json.Member("transactionId"u8, request.TransactionId);
        json.Member("parameterSets"u8, request.ParameterSets, WriteParameterSet);
    }

    public static void Write(Utf8JsonWriter json, BeginTransactionRequest request)
    {
        json.Member("resourceArn"u8, request.ResourceArn);
        json.Member("secretArn"u8, request.SecretArn);
        json.Member("database"u8, request.Database);
        json.Member("schema"u8, request.Schema);
    }

    public static void Write(Utf8JsonWriter json, CommitTransactionRequest request)
    {
        json.Member("resourceArn"u8, request.ResourceArn);
        json.Member("secretArn"u8, request.SecretArn);
        json.Member("transactionId"u8, request.TransactionId);
    }

    public static void Write(Utf8JsonWriter json, RollbackTransactionRequest request)
    {
        json.Member("resourceArn"u8, request.ResourceArn);
        json.Member("secretArn"u8, request.SecretArn);
        json.Member("transactionId"u8, request.TransactionId);
    }

    private static void WriteParameterSet(Utf8JsonWriter json, List<SqlParameter> set)
    {
        json.WriteStartArray();
        foreach (var parameter in set)
        {
            WriteParameter(json, parameter);
        }

        json.WriteEndArray();
    }

    private static void WriteParameter(Utf8JsonWriter json, SqlParameter parameter)
    {
        json.WriteStartObject();
        json.Member("name"u8, parameter.Name);
        json.Member("typeHint"u8, parameter.TypeHint);
        if (parameter.Value is { } value)
        {
            json.WriteStartObject("value"u8);
            WriteField(json, value);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteField(Utf8JsonWriter json, Field field)
    {
        json.Member("isNull"u8, field.IsNull);
        json.Member("booleanValue"u8, field.BooleanValue);
        json.Member("longValue"u8, field.LongValue);
        json.Member("doubleValue"u8, field.DoubleValue);
        json.Member("stringValue"u8, field.StringValue);
        json.Member("blobValue"u8, field.BlobValue);
        if (field.ArrayValue is { } array)
        {
            json.WritePropertyName("arrayValue"u8);
            WriteArray(json, array);
        }
    }

    private static void WriteArray(Utf8JsonWriter json, ArrayValue array)
    {
        json.WriteStartObject();
        json.Member("booleanValues"u8, array.BooleanValues, static (writer, value) => writer.WriteBooleanValue(value));
        json.Member("longValues"u8, array.LongValues, static (writer, value) => writer.WriteNumberValue(value));
        json.Member("doubleValues"u8, array.DoubleValues, static (writer, value) => writer.DoubleValue(value));
        json.Member("stringValues"u8, array.StringValues, JsonWriting.TextValue);
        json.Member("arrayValues"u8, array.ArrayValues, WriteArray);
        json.WriteEndObject();
    }
}
