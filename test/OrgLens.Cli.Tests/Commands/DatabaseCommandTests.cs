using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.S3;

namespace OrgLens.Cli.Tests.Commands;

public sealed class DatabaseCommandTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>, IDisposable
{
    private readonly RecordingTerminal _terminal = new() { Environment = fixture.Environment };
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ingest");

    public void Dispose()
    {
        _terminal.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_migrated_database_lacks_nothing()
    {
        Assert.Equal(ExitCode.Fine, await _terminal.RunAsync("db", "status", "--output", "csv"));
        var lines = _terminal.Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("migration,state,applied_at", lines[0]);
        Assert.All(lines[1..], line => Assert.Contains(",applied,", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_migration_has_nothing_to_apply()
    {
        Assert.Equal(ExitCode.Fine, await _terminal.RunAsync("db", "migrate", "--output", "json"));
        Assert.Equal("[]\n", _terminal.Output);
    }

    [Fact]
    public async Task A_question_in_SQL_keeps_types_and_nulls()
    {
        Assert.Equal(ExitCode.Fine, await _terminal.RunAsync(
            "query", "select 12.50::numeric as cost, 7::bigint as n, true as ok, null::text as nothing, '{\"a\": [1]}'::jsonb as detail, 'x' as text, '\\x0aff'::bytea as raw", "-o", "json"));

        var row = JsonDocument.Parse(_terminal.Output).RootElement[0];
        Assert.Equal("12.50", row.GetProperty("cost").GetRawText());
        Assert.Equal(7, row.GetProperty("n").GetInt32());
        Assert.True(row.GetProperty("ok").GetBoolean());
        Assert.Equal(JsonValueKind.Null, row.GetProperty("nothing").ValueKind);
        Assert.Equal(1, row.GetProperty("detail").GetProperty("a")[0].GetInt32());
        Assert.Equal("x", row.GetProperty("text").GetString());
        Assert.Equal("\\x0aff", row.GetProperty("raw").GetString());
    }

    [Fact]
    public async Task A_statement_that_is_wrong_is_one_line_and_exits_with_1()
    {
        Assert.Equal(ExitCode.Failed, await _terminal.RunAsync("query", "select nonsense from nowhere"));
        Assert.Matches(@"\Aorglens: [^\n]*nowhere[^\n]*\(database\): check the statement\n\z", _terminal.Error);
        Assert.Empty(_terminal.Output);
    }

    [Fact]
    public async Task Every_named_question_has_a_title_and_an_answer()
    {
        using var names = new RecordingTerminal();
        Assert.Equal(ExitCode.Fine, await names.RunAsync("query", "--output", "json"));
        var questions = JsonDocument.Parse(names.Output).RootElement.EnumerateArray().ToList();

        Assert.NotEmpty(questions);
        foreach (var question in questions)
        {
            Assert.NotEmpty(question.GetProperty("question").GetString()!);
            using var terminal = new RecordingTerminal { Environment = fixture.Environment };
            var exitCode = await terminal.RunAsync("query", question.GetProperty("name").GetString()!, "--output", "csv");
            Assert.True(exitCode == ExitCode.Fine, terminal.Error);
        }
    }

    [Fact]
    public async Task Loads_a_folder_of_documents_once_and_says_what_was_refused()
    {
        await SimulateAsync(accounts: 2, seed: 11);
        var honest = Documents().First();
        var spoofed = Path.Combine(_folder.FullName, "data", "999988887777", "eu-west-1", "2026-01-01_DAILY.json");
        Directory.CreateDirectory(Path.GetDirectoryName(spoofed)!);
        File.Copy(honest, spoofed);

        Assert.Equal(ExitCode.PartlyDone, await _terminal.RunAsync("ingest", _folder.FullName, "--output", "json"));
        var results = JsonDocument.Parse(_terminal.Output).RootElement.EnumerateArray().ToDictionary(result => result.GetProperty("key").GetString()!);
        Assert.Equal("account_mismatch", results["data/999988887777/eu-west-1/2026-01-01_DAILY.json"].GetProperty("reason").GetString());
        Assert.Equal(results.Count - 1, results.Values.Count(result => result.GetProperty("outcome").GetString() == "loaded" && result.GetProperty("rows").GetInt32() > 0));

        File.Delete(spoofed);
        using var again = new RecordingTerminal { Environment = fixture.Environment };
        Assert.Equal(ExitCode.Fine, await again.RunAsync("ingest", _folder.FullName, "--output", "json"));
        Assert.All(JsonDocument.Parse(again.Output).RootElement.EnumerateArray(), result => Assert.Equal("already loaded", result.GetProperty("outcome").GetString()));
    }

    [Fact]
    public async Task Loads_the_documents_that_wait_in_a_bucket_and_moves_them()
    {
        await SimulateAsync(accounts: 1, seed: 12);
        var bucket = fixture.Environment["BUCKET"];
        using var s3 = new AmazonS3Client(
            new BasicAWSCredentials("local", "local"),
            new AmazonS3Config { ServiceURL = fixture.Environment["AWS_ENDPOINT_URL"], AuthenticationRegion = fixture.Environment["AWS_REGION"], ForcePathStyle = true });
        var key = Path.GetRelativePath(_folder.FullName, Documents().First()).Replace('\\', '/');
        await s3.PutObjectAsync(new Amazon.S3.Model.PutObjectRequest { BucketName = bucket, Key = key, FilePath = Documents().First() });

        Assert.True(await _terminal.RunAsync("ingest", $"s3://{bucket}/{key}", "--output", "json") == ExitCode.Fine, _terminal.Error);
        Assert.Equal("loaded", JsonDocument.Parse(_terminal.Output).RootElement[0].GetProperty("outcome").GetString());
        Assert.NotNull(await s3.GetObjectMetadataAsync(bucket, "loaded" + key["data".Length..]));
    }

    [Fact]
    public async Task A_document_whose_name_says_nothing_needs_a_key()
    {
        await SimulateAsync(accounts: 1, seed: 13);
        var document = Documents().First();
        var key = Path.GetRelativePath(_folder.FullName, document).Replace('\\', '/');
        var nameless = Path.Combine(_folder.FullName, "snapshot.json");
        File.Copy(document, nameless);

        Assert.Equal(ExitCode.WrongUsage, await _terminal.RunAsync("ingest", nameless));
        Assert.Contains("--key", _terminal.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Fine, await _terminal.RunAsync("ingest", nameless, "--key", key));
    }

    [Fact]
    public async Task Trail_files_of_a_folder_tell_their_products_and_what_could_not_be_used()
    {
        WriteTrail("AWSLogs/111122223333/CloudTrail/eu-west-1/2026/03/01/a.json.gz", Provision(1), """{"eventSource":"s3.amazonaws.com","eventName":"GetObject"}""");
        WriteTrail("AWSLogs/111122223333/CloudTrail/eu-west-1/2026/03/02/b.json.gz", Provision(2), "7");
        WriteTrail("AWSLogs/111122223333/CloudTrail/eu-west-1/2026/03/03/c.json.gz", Provision(3));
        WriteTrail("AWSLogs/111122223333/CloudTrail-Digest/eu-west-1/2026/03/02/d.json.gz", "7");

        Assert.Equal(ExitCode.PartlyDone, await _terminal.RunAsync("trail", "scan", _folder.FullName, "--to", "2026-03-02", "--output", "json"));

        Assert.Equal(2, Tally(_terminal).GetProperty("applied").GetInt64());
        Assert.Matches(@"\Aorglens: [^\n]*b\.json\.gz at byte \d+: It is no object\.\n\z", _terminal.Error[_terminal.Error.IndexOf("orglens: ", StringComparison.Ordinal)..]);
        using var rest = new RecordingTerminal { Environment = fixture.Environment };
        Assert.True(await rest.RunAsync("trail", "scan", _folder.FullName, "--from", "2026-03-03") == ExitCode.Fine, rest.Error);
        using var query = new RecordingTerminal { Environment = fixture.Environment };
        Assert.Equal(ExitCode.Fine, await query.RunAsync("query", "select count(*) as n from service_catalog_events where record_id in ('rec-1', 'rec-2', 'rec-3')", "--output", "json"));
        Assert.Equal(3, JsonDocument.Parse(query.Output).RootElement[0].GetProperty("n").GetInt64());
    }

    [Fact]
    public async Task Trail_files_of_a_bucket_are_scanned_and_again_without_a_change()
    {
        var file = WriteTrail("e.json.gz", Provision(4));
        var bucket = fixture.Environment["TRAIL_BUCKET"];
        using var s3 = new AmazonS3Client(
            new BasicAWSCredentials("local", "local"),
            new AmazonS3Config { ServiceURL = fixture.Environment["AWS_ENDPOINT_URL"], AuthenticationRegion = fixture.Environment["AWS_REGION"], ForcePathStyle = true });
        await s3.PutObjectAsync(new Amazon.S3.Model.PutObjectRequest { BucketName = bucket, Key = "AWSLogs/x y/e.json.gz", FilePath = file });

        for (var time = 0; time < 2; time++)
        {
            using var terminal = new RecordingTerminal { Environment = fixture.Environment };
            Assert.True(await terminal.RunAsync("trail", "scan", $"s3://{bucket}/AWSLogs/x y/", "--output", "json") == ExitCode.Fine, terminal.Error);
            Assert.Equal(1, Tally(terminal).GetProperty("applied").GetInt64());
        }
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("s3://orglens-123456789012-eu-west-1/nowhere")]
    public async Task A_scan_of_nothing_says_so(string source)
    {
        Assert.Equal(ExitCode.Failed, await _terminal.RunAsync("trail", "scan", source));
        Assert.Matches(@"\Aorglens: There (is|are) no [^\n]+\n\z", _terminal.Error);
    }

    private static JsonElement Tally(RecordingTerminal terminal) => JsonDocument.Parse(terminal.Output).RootElement.EnumerateArray()
        .Single(tally => tally.GetProperty("consumer").GetString() == "products");

    private static string Provision(int number) =>
        $$$"""
        {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","arn":"arn:aws:iam::111122223333:user/dana","accountId":"111122223333","userName":"dana"},
        "eventTime":"2026-03-0{{{number}}}T08:15:42Z","eventSource":"servicecatalog.amazonaws.com","eventName":"ProvisionProduct","awsRegion":"eu-west-1",
        "responseElements":{"recordDetail":{"recordId":"rec-{{{number}}}","provisionedProductId":"pp-{{{number}}}","provisionedProductName":"web","provisionedProductType":"CFN_STACK",
        "productId":"prod-1","provisioningArtifactId":"pa-1","pathId":"lpv2-1","recordType":"PROVISION_PRODUCT","status":"CREATED","createdTime":"Mar {{{number}}}, 2026 8:15:42 AM"}},
        "eventID":"7d1c6a5e-0d3b-4f0e-9c11-00000000000{{{number}}}","eventType":"AwsApiCall","recipientAccountId":"111122223333"}
        """;

    private string WriteTrail(string name, params string[] records)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var gzip = new GZipStream(File.Create(path), CompressionMode.Compress);
        gzip.Write(Encoding.UTF8.GetBytes($$"""{"Records":[{{string.Join(',', records)}}]}"""));
        return path;
    }

    private IEnumerable<string> Documents() => Directory.EnumerateFiles(Path.Combine(_folder.FullName, "data"), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private async Task SimulateAsync(int accounts, int seed)
    {
        using var terminal = new RecordingTerminal();
        Assert.Equal(ExitCode.Fine, await terminal.RunAsync("simulate", "--accounts", $"{accounts}", "--days", "1", "--seed", $"{seed}", "--out", _folder.FullName));
    }
}
