using System.Text.Json;
using Amazon.RDSDataService.Model;
using Amazon.StandIns;

namespace Amazon.RDSDataService;

internal static class FieldReading
{
    public static bool Read(ref Utf8JsonReader json, Field field)
    {
        if (json.ValueTextEquals("stringValue"u8))
        {
            field.StringValue = json.Text();
        }
        else if (json.ValueTextEquals("longValue"u8))
        {
            field.LongValue = json.Long();
        }
        else if (json.ValueTextEquals("isNull"u8))
        {
            field.IsNull = json.Flag();
        }
        else if (json.ValueTextEquals("doubleValue"u8))
        {
            field.DoubleValue = json.Double();
        }
        else if (json.ValueTextEquals("booleanValue"u8))
        {
            field.BooleanValue = json.Flag();
        }
        else if (json.ValueTextEquals("blobValue"u8))
        {
            field.BlobValue = json.Blob();
        }
        else if (json.ValueTextEquals("arrayValue"u8))
        {
            field.ArrayValue = json.Member(ReadArray);
        }
        else
        {
            return false;
        }

        return true;
    }

    private static ArrayValue ReadArray(ref Utf8JsonReader json) => json.ReadInto(new ArrayValue(), Read);

    private static bool Read(ref Utf8JsonReader json, ArrayValue array)
    {
        if (json.ValueTextEquals("stringValues"u8))
        {
            array.StringValues = json.List(JsonReading.TextValue);
        }
        else if (json.ValueTextEquals("longValues"u8))
        {
            array.LongValues = json.List(static (ref Utf8JsonReader item) => item.GetInt64());
        }
        else if (json.ValueTextEquals("doubleValues"u8))
        {
            array.DoubleValues = json.List(JsonReading.DoubleValue);
        }
        else if (json.ValueTextEquals("booleanValues"u8))
        {
            array.BooleanValues = json.List(static (ref Utf8JsonReader item) => item.GetBoolean());
        }
        else if (json.ValueTextEquals("arrayValues"u8))
        {
            array.ArrayValues = json.List(ReadArray);
        }
        else
        {
            return false;
        }

        return true;
    }
}
