using System.Text.Json;
using Amazon.RDSDataService.Model;
using Amazon.StandIns;

namespace Amazon.RDSDataService;

internal static class ResponseReading
{
    public static bool Read(ref Utf8JsonReader json, ExecuteStatementResponse response)
    {
        if (json.ValueTextEquals("records"u8))
        {
            response.Records = json.List(ReadRow);
        }
        else if (json.ValueTextEquals("columnMetadata"u8))
        {
            response.ColumnMetadata = json.List(ColumnReading.ReadColumn);
        }
        else if (json.ValueTextEquals("numberOfRecordsUpdated"u8))
        {
            response.NumberOfRecordsUpdated = json.Long();
        }
        else if (json.ValueTextEquals("generatedFields"u8))
        {
            response.GeneratedFields = json.List(ReadField);
        }
        else if (json.ValueTextEquals("formattedRecords"u8))
        {
            response.FormattedRecords = json.Text();
        }
        else
        {
            return false;
        }

        return true;
    }

    public static bool Read(ref Utf8JsonReader json, BatchExecuteStatementResponse response)
    {
        if (!json.ValueTextEquals("updateResults"u8))
        {
            return false;
        }

        response.UpdateResults = json.List(static (ref Utf8JsonReader item) => item.ReadInto(new UpdateResult(), Read));
        return true;
    }

    public static bool Read(ref Utf8JsonReader json, BeginTransactionResponse response)
    {
        if (!json.ValueTextEquals("transactionId"u8))
        {
            return false;
        }

        response.TransactionId = json.Text();
        return true;
    }

    public static bool Read(ref Utf8JsonReader json, CommitTransactionResponse response)
    {
        if (!json.ValueTextEquals("transactionStatus"u8))
        {
            return false;
        }

        response.TransactionStatus = json.Text();
        return true;
    }

    public static bool Read(ref Utf8JsonReader json, RollbackTransactionResponse response)
    {
        if (!json.ValueTextEquals("transactionStatus"u8))
        {
            return false;
        }

        response.TransactionStatus = json.Text();
        return true;
    }

    private static bool Read(ref Utf8JsonReader json, UpdateResult result)
    {
        if (!json.ValueTextEquals("generatedFields"u8))
        {
            return false;
        }

        result.GeneratedFields = json.List(ReadField);
        return true;
    }

    private static List<Field> ReadRow(ref Utf8JsonReader json) => json.ListValue(ReadField);

    private static Field ReadField(ref Utf8JsonReader json) => json.ReadInto(new Field(), FieldReading.Read);
}
