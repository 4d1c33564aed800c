using System.Text.Json;
using Npgsql;
using Npgsql.PostgresTypes;
using Npgsql.Schema;

namespace OrgLens.Local.DataApi;

/// <summary>Writes <c>columnMetadata</c>.</summary>
internal static class ColumnMetadataWriter
{
    private const int JdbcArray = 2003;
    private const int NullableUnknown = 2;

    public static async Task WriteAsync(Utf8JsonWriter json, NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var schema = await reader.GetColumnSchemaAsync(cancellationToken);
        json.WriteStartArray("columnMetadata");
        for (var i = 0; i < schema.Count; i++)
        {
            Write(json, (NpgsqlDbColumn)schema[i], reader.GetPostgresType(i), reader.GetDataTypeOID(i));
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, NpgsqlDbColumn column, PostgresType type, uint typeId)
    {
        var element = (type as PostgresArrayType)?.Element;
        json.WriteStartObject();
        json.WriteString("name", column.ColumnName);
        json.WriteString("label", column.ColumnName);
        json.WriteNumber("type", element is null ? PostgresTypes.JdbcType(typeId) : JdbcArray);
        json.WriteString("typeName", column.IsAutoIncrement == true ? SerialName(typeId) : type.InternalName);
        json.WriteString("schemaName", column.BaseSchemaName ?? "");
        json.WriteString("tableName", column.BaseTableName ?? "");
        json.WriteBoolean("isAutoIncrement", column.IsAutoIncrement == true);
        json.WriteBoolean("isSigned", PostgresTypes.IsSigned(typeId));
        json.WriteBoolean("isCurrency", false);
        json.WriteBoolean("isCaseSensitive", PostgresTypes.JdbcType(typeId) is 12 or 1);
        json.WriteNumber("nullable", column.AllowDBNull switch { true => 1, false => 0, null => NullableUnknown });
        json.WriteNumber("precision", PostgresTypes.Precision(typeId) ?? column.NumericPrecision ?? column.ColumnSize ?? 0);
        json.WriteNumber("scale", column.NumericScale ?? 0);
        json.WriteNumber("arrayBaseColumnType", element is null ? 0 : PostgresTypes.JdbcType(element.OID));
        json.WriteEndObject();
    }

    private static string SerialName(uint typeId) => typeId switch
    {
        PostgresTypes.Int2 => "smallserial",
        PostgresTypes.Int8 => "bigserial",
        _ => "serial",
    };
}
