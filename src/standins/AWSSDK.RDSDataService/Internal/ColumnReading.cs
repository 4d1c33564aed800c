using System.Text.Json;
using Amazon.RDSDataService.Model;
using Amazon.StandIns;

namespace Amazon.RDSDataService;

internal static class ColumnReading
{
    public static ColumnMetadata ReadColumn(ref Utf8JsonReader json) => json.ReadInto(new ColumnMetadata(), Read);

    private static bool Read(ref Utf8JsonReader json, ColumnMetadata column)
    {
        switch (json.GetString())
        {
            case "name":
                column.Name = json.Text();
                return true;
            case "label":
                column.Label = json.Text();
                return true;
            case "typeName":
                column.TypeName = json.Text();
                return true;
            case "schemaName":
                column.SchemaName = json.Text();
                return true;
            case "tableName":
                column.TableName = json.Text();
                return true;
            case "type":
                column.Type = json.Int();
                return true;
            case "nullable":
                column.Nullable = json.Int();
                return true;
            case "precision":
                column.Precision = json.Int();
                return true;
            case "scale":
                column.Scale = json.Int();
                return true;
            case "arrayBaseColumnType":
                column.ArrayBaseColumnType = json.Int();
                return true;
            case "isAutoIncrement":
                column.IsAutoIncrement = json.Flag();
                return true;
            case "isSigned":
                column.IsSigned = json.Flag();
                return true;
            case "isCurrency":
                column.IsCurrency = json.Flag();
                return true;
            case "isCaseSensitive":
                column.IsCaseSensitive = json.Flag();
                return true;
            default:
                return false;
        }
    }
}
