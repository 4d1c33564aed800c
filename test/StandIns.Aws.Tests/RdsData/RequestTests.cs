using System.Text.Json.Nodes;
using Amazon.RDSDataService;
using Amazon.RDSDataService.Model;
using StandIns.Aws.Tests.Wire;

namespace StandIns.Aws.Tests.RdsData;

public sealed class RequestTests
{
    [Fact]
    public async Task Writes_every_member_of_a_statement()
    {
        var request = await SendAsync(client => client.ExecuteStatementAsync(new ExecuteStatementRequest
        {
            ResourceArn = DataApi.Cluster,
            SecretArn = DataApi.Secret,
            Database = "core",
            Schema = "public",
            Sql = "select \"a\" from t where b = :b and c <> 'é'",
            TransactionId = "tx",
            IncludeResultMetadata = true,
            ContinueAfterTimeout = false,
            FormatRecordsAs = RecordsFormatType.JSON,
            ResultSetOptions = new ResultSetOptions { DecimalReturnType = DecimalReturnType.STRING, LongReturnType = LongReturnType.LONG },
            Parameters =
            [
                new() { Name = "b", Value = new Field { LongValue = long.MaxValue } },
                new() { Name = "d", Value = new Field { StringValue = "2026-01-15" }, TypeHint = TypeHint.DATE },
            ],
        }));

        Assert.Equal("/Execute", request.Path);
        Assert.Equal("POST", request.Method);
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        AssertJson(
            """
            {"resourceArn":"arn:aws:rds:eu-west-1:111122223333:cluster:core",
             "secretArn":"arn:aws:secretsmanager:eu-west-1:111122223333:secret:core",
             "database":"core","schema":"public","sql":"select \"a\" from t where b = :b and c <> 'é'","transactionId":"tx",
             "includeResultMetadata":true,"continueAfterTimeout":false,"formatRecordsAs":"JSON",
             "resultSetOptions":{"decimalReturnType":"STRING","longReturnType":"LONG"},
             "parameters":[{"name":"b","value":{"longValue":9223372036854775807}},
                           {"name":"d","typeHint":"DATE","value":{"stringValue":"2026-01-15"}}]}
            """,
            request);
    }

    [Fact]
    public async Task Leaves_out_what_was_not_set()
    {
        var request = await SendAsync(client => client.ExecuteStatementAsync(new ExecuteStatementRequest { Sql = "select 1" }));

        Assert.Equal("""{"sql":"select 1"}""", request.Text);
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task Writes_each_kind_of_value(Func<Field> field, string expected)
    {
        var request = await SendAsync(client => client.ExecuteStatementAsync(new ExecuteStatementRequest
        {
            Sql = "select :a",
            Parameters = [new() { Name = "a", Value = field() }],
        }));

        AssertJson($$"""{"sql":"select :a","parameters":[{"name":"a","value":{{expected}}}]}""", request);
    }

    public static TheoryData<Func<Field>, string> Fields => new()
    {
        { () => new Field { IsNull = true }, """{"isNull":true}""" },
        { () => new Field { BooleanValue = false }, """{"booleanValue":false}""" },
        { () => new Field { DoubleValue = 0.1 }, """{"doubleValue":0.1}""" },
        { () => new Field { DoubleValue = double.NegativeInfinity }, """{"doubleValue":"-Infinity"}""" },
        { () => new Field { BlobValue = new MemoryStream([1, 2, 3, 4]) }, """{"blobValue":"AQIDBA=="}""" },
        { () => new Field { BlobValue = ReadToItsEnd([1, 2, 3, 4]) }, """{"blobValue":"AQIDBA=="}""" },
        {
            () => new Field { ArrayValue = new ArrayValue { ArrayValues = [new() { LongValues = [1] }, new() { StringValues = ["x"] }] } },
            """{"arrayValue":{"arrayValues":[{"longValues":[1]},{"stringValues":["x"]}]}}"""
        },
        { () => new Field { ArrayValue = new ArrayValue { BooleanValues = [true], DoubleValues = [0.5] } }, """{"arrayValue":{"booleanValues":[true],"doubleValues":[0.5]}}""" },
    };

    [Fact]
    public async Task Carries_three_megabytes_in_one_blob()
    {
        var blob = new byte[3 * 1024 * 1024];
        new Random(1).NextBytes(blob);

        var request = await SendAsync(client => client.ExecuteStatementAsync(new ExecuteStatementRequest
        {
            Sql = "call load(:rows)",
            Parameters = [new() { Name = "rows", Value = new Field { BlobValue = new MemoryStream(blob, 0, blob.Length, false, true) } }],
        }));

        Assert.Equal(blob, Convert.FromBase64String(request.Json["parameters"]![0]!["value"]!["blobValue"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Writes_the_parameter_sets_of_a_batch()
    {
        var request = await SendAsync(client => client.BatchExecuteStatementAsync(new BatchExecuteStatementRequest
        {
            ResourceArn = "r",
            SecretArn = "s",
            Sql = "insert into t values (:a)",
            ParameterSets = [[new() { Name = "a", Value = new Field { LongValue = 1 } }], []],
        }));

        Assert.Equal("/BatchExecute", request.Path);
        AssertJson("""{"resourceArn":"r","secretArn":"s","sql":"insert into t values (:a)","parameterSets":[[{"name":"a","value":{"longValue":1}}],[]]}""", request);
    }

    [Fact]
    public async Task Writes_the_three_transaction_requests()
    {
        var begin = await SendAsync(client => client.BeginTransactionAsync(new() { ResourceArn = "r", SecretArn = "s", Database = "d", Schema = "p" }));
        var commit = await SendAsync(client => client.CommitTransactionAsync(new() { ResourceArn = "r", SecretArn = "s", TransactionId = "t" }));
        var rollback = await SendAsync(client => client.RollbackTransactionAsync(new() { ResourceArn = "r", SecretArn = "s", TransactionId = "t" }));

        Assert.Equal(["/BeginTransaction", "/CommitTransaction", "/RollbackTransaction"], new[] { begin.Path, commit.Path, rollback.Path });
        AssertJson("""{"resourceArn":"r","secretArn":"s","database":"d","schema":"p"}""", begin);
        AssertJson("""{"resourceArn":"r","secretArn":"s","transactionId":"t"}""", commit);
        AssertJson("""{"resourceArn":"r","secretArn":"s","transactionId":"t"}""", rollback);
    }

    [Fact]
    public async Task Signs_with_signature_version_4()
    {
        var request = await SendAsync(client => client.ExecuteStatementAsync(new ExecuteStatementRequest { Sql = "select 'ü'" }));

        Assert.Equal(SigV4.Authorization(request, "AKIDEXAMPLE", "secret", "eu-west-1", "rds-data"), request.Headers["Authorization"]);
    }

    private static async Task<RecordedRequest> SendAsync(Func<AmazonRDSDataServiceClient, Task> call)
    {
        await using var server = new RecordingServer(CannedResponse.Ok("{}"));
        using var client = DataApi.Client(server);
        await call(client);
        return server.Request;
    }

    private static void AssertJson(string expected, RecordedRequest actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual.Json), actual.Text);

    private static MemoryStream ReadToItsEnd(byte[] content)
    {
        var stream = new MemoryStream(content);
        stream.Seek(0, SeekOrigin.End);
        return stream;
    }
}
