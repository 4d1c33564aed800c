using System.Globalization;
using Amazon.RDSDataService.Model;
using StandIns.Aws.Tests.Wire;

namespace StandIns.Aws.Tests.RdsData;

public sealed class ResponseTests
{
    [Fact]
    public async Task Reads_records_of_every_kind_of_value()
    {
        var response = await ExecuteAsync(
            """
            {"numberOfRecordsUpdated":0,"records":[[{"isNull":true},{"booleanValue":true},{"longValue":-1},{"doubleValue":1.5},
              {"doubleValue":"NaN"},{"stringValue":"é\n"},{"blobValue":"AQID"},{"arrayValue":{"stringValues":["a","b"]}},
              {"arrayValue":{"arrayValues":[{"longValues":[1,2]},{"booleanValues":[false]},{"doubleValues":[0.5]}]}}],[]]}
            """);

        Assert.Equal(0, response.NumberOfRecordsUpdated);
        Assert.Equal(2, response.Records.Count);
        Assert.Empty(response.Records[1]);
        var row = response.Records[0];
        Assert.True(row[0].IsNull);
        Assert.True(row[1].BooleanValue);
        Assert.Equal(-1, row[2].LongValue);
        Assert.Equal(1.5, row[3].DoubleValue);
        Assert.Equal(double.NaN, row[4].DoubleValue);
        Assert.Equal("é\n", row[5].StringValue);
        Assert.Equal([1, 2, 3], row[6].BlobValue.ToArray());
        Assert.Equal(["a", "b"], row[7].ArrayValue.StringValues);
        Assert.Equal([1, 2], row[8].ArrayValue.ArrayValues[0].LongValues);
        Assert.Equal([false], row[8].ArrayValue.ArrayValues[1].BooleanValues);
        Assert.Equal([0.5], row[8].ArrayValue.ArrayValues[2].DoubleValues);
    }

    [Fact]
    public async Task Reads_column_metadata_and_formatted_records()
    {
        var response = await ExecuteAsync(
            """
            {"columnMetadata":[{"name":"a","label":"b","typeName":"int8","schemaName":"","tableName":"t","type":-5,"nullable":1,"precision":19,
              "scale":0,"arrayBaseColumnType":0,"isAutoIncrement":false,"isSigned":true,"isCurrency":false,"isCaseSensitive":true}],
             "formattedRecords":"[{\"a\":1}]","generatedFields":[{"longValue":7}]}
            """);

        var column = Assert.Single(response.ColumnMetadata);
        Assert.Equal(("a", "b", "int8", "", "t"), (column.Name, column.Label, column.TypeName, column.SchemaName, column.TableName));
        Assert.Equal((-5, 1, 19, 0, 0), (column.Type!.Value, column.Nullable!.Value, column.Precision!.Value, column.Scale!.Value, column.ArrayBaseColumnType!.Value));
        Assert.Equal((false, true, false, true), (column.IsAutoIncrement!.Value, column.IsSigned!.Value, column.IsCurrency!.Value, column.IsCaseSensitive!.Value));
        Assert.Equal("""[{"a":1}]""", response.FormattedRecords);
        Assert.Equal(7, Assert.Single(response.GeneratedFields).LongValue);
    }

    [Fact]
    public async Task Absent_and_null_lists_are_null_and_unknown_members_are_skipped()
    {
        var response = await ExecuteAsync("""{"records":null,"newMember":{"deep":[1,{"x":2}]},"numberOfRecordsUpdated":3}""");

        Assert.Null(response.Records);
        Assert.Null(response.ColumnMetadata);
        Assert.Equal(3, response.NumberOfRecordsUpdated);
    }

    [Fact]
    public async Task Reads_a_megabyte_of_records()
    {
        var rows = string.Join(',', Enumerable.Range(0, 20_000).Select(i => $$"""[{"longValue":{{i}}},{"stringValue":"{{new string('x', 20)}}"}]"""));

        var response = await ExecuteAsync($$"""{"records":[{{rows}}]}""");

        Assert.Equal(Enumerable.Range(0, 20_000).Select(i => (long?)i), response.Records.Select(row => row[0].LongValue));
    }

    [Fact]
    public async Task Carries_the_request_id_and_the_status()
    {
        var response = await ExecuteAsync("{}");

        Assert.Equal("7a62c49f-0000-4c4c-8000-000000000001", response.ResponseMetadata.RequestId);
        Assert.Equal(200, Convert.ToInt32(response.HttpStatusCode, CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Reads_the_answers_to_batches_and_transactions()
    {
        await using var server = new RecordingServer(
            CannedResponse.Ok("""{"updateResults":[{"generatedFields":[{"longValue":1}]},{}]}"""),
            CannedResponse.Ok("""{"transactionId":"t"}"""),
            CannedResponse.Ok("""{"transactionStatus":"Transaction Committed"}"""),
            CannedResponse.Ok("""{"transactionStatus":"Rollback Complete"}"""));
        using var client = DataApi.Client(server);

        var batch = await client.BatchExecuteStatementAsync(new());
        Assert.Equal(1, batch.UpdateResults[0].GeneratedFields[0].LongValue);
        Assert.Null(batch.UpdateResults[1].GeneratedFields);
        Assert.Equal("t", (await client.BeginTransactionAsync(new())).TransactionId);
        Assert.Equal("Transaction Committed", (await client.CommitTransactionAsync(new())).TransactionStatus);
        Assert.Equal("Rollback Complete", (await client.RollbackTransactionAsync(new())).TransactionStatus);
    }

    private static async Task<ExecuteStatementResponse> ExecuteAsync(string answer)
    {
        await using var server = new RecordingServer(CannedResponse.Ok(answer));
        using var client = DataApi.Client(server);
        return await client.ExecuteStatementAsync(new ExecuteStatementRequest { Sql = "select 1" });
    }
}
