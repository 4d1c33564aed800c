using System.Globalization;
using Amazon.RDSDataService.Model;
using OrgLens.Cli.Output;

namespace OrgLens.Cli.Hub;

/// <summary>Turns an answer of the Data API into rows to show.</summary>
internal static class QueryResult
{
    public static ResultTable Of(ExecuteStatementResponse response)
    {
        if (response.ColumnMetadata is not { Count: > 0 } metadata)
        {
            return new ResultTable([new ResultColumn("rows_changed", ValueKind.Number)], [[(response.NumberOfRecordsUpdated ?? 0).ToString(CultureInfo.InvariantCulture)]]);
        }

        var columns = metadata.Select(column => new ResultColumn(column.Label is { Length: > 0 } label ? label : column.Name, KindOf(column.TypeName))).ToList();
        return new ResultTable(columns, [.. (response.Records ?? []).Select(record => (IReadOnlyList<string?>)[.. record.Select(Text)])]);
    }

    private static ValueKind KindOf(string? type) => type switch
    {
        "int2" or "int4" or "int8" or "numeric" or "float4" or "float8" or "oid" or "serial" or "bigserial" => ValueKind.Number,
        "bool" or "bit" => ValueKind.Truth,
        "json" or "jsonb" => ValueKind.Json,
        _ => ValueKind.Text,
    };

    private static string? Text(Field field) => field switch
    {
        { IsNull: true } => null,
        { StringValue: { } text } => text,
        { LongValue: { } number } => number.ToString(CultureInfo.InvariantCulture),
        { DoubleValue: { } number } => number.ToString("R", CultureInfo.InvariantCulture),
        { BooleanValue: { } truth } => truth ? "true" : "false",
        { BlobValue: { } bytes } => "\\x" + Convert.ToHexStringLower(bytes.ToArray()),
        { ArrayValue: { } array } => Text(array),
        _ => null,
    };

    private static string Text(ArrayValue array)
    {
        var items = array.StringValues?.Cast<string?>()
            ?? array.LongValues?.Select(number => (string?)number.ToString(CultureInfo.InvariantCulture))
            ?? array.DoubleValues?.Select(number => (string?)number.ToString("R", CultureInfo.InvariantCulture))
            ?? array.BooleanValues?.Select(truth => (string?)(truth ? "true" : "false"))
            ?? array.ArrayValues?.Select(inner => (string?)Text(inner))
            ?? [];
        return "{" + string.Join(',', items) + "}";
    }
}
