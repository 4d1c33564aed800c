using Npgsql;
using Npgsql.PostgresTypes;

namespace OrgLens.Local.DataApi;

/// <summary>A column of a result.</summary>
/// <param name="Name">Its label.</param>
/// <param name="TypeId">The object id of its type; of the elements' type where it is an array.</param>
/// <param name="IsArray">Whether values are arrays.</param>
internal readonly record struct ResultColumn(string Name, uint TypeId, bool IsArray)
{
    /// <summary>Reads the columns and refuses types that the service does not return.</summary>
    public static ResultColumn[] ReadAll(NpgsqlDataReader reader)
    {
        var columns = new ResultColumn[reader.FieldCount];
        for (var i = 0; i < columns.Length; i++)
        {
            var element = (reader.GetPostgresType(i) as PostgresArrayType)?.Element;
            var typeId = element?.OID ?? reader.GetDataTypeOID(i);
            if (PostgresTypes.UnsupportedName(typeId) is { } name)
            {
                throw DataApiException.UnsupportedResult($"The result contains the unsupported data type {name}{(element is null ? "" : "[]")}.");
            }

            columns[i] = new ResultColumn(reader.GetName(i), typeId, element is not null);
        }

        return columns;
    }
}
