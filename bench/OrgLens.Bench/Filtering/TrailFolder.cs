using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace OrgLens.Bench.Filtering;

/// <summary>Generated trail files, the same every time: one large and twenty small ones, which have the same text together.</summary>
internal static class TrailFolder
{
    /// <summary>One of so many records is wanted.</summary>
    public const int WantedOneIn = 100;

    private const int PieceBytes = 25_000_000;
    private const int Pieces = 5;
    private const int SmallFiles = 20;

    private static readonly (string Source, string Name)[] Unwanted =
    [
        ("s3.amazonaws.com", "GetBucketAcl"), ("ec2.amazonaws.com", "DescribeInstances"), ("sts.amazonaws.com", "AssumeRole"), ("kms.amazonaws.com", "Decrypt"),
        ("logs.amazonaws.com", "CreateLogStream"), ("iam.amazonaws.com", "GetRolePolicy"), ("lambda.amazonaws.com", "ListFunctions20150331"), ("rds.amazonaws.com", "DescribeDBInstances"),
        ("ssm.amazonaws.com", "UpdateInstanceInformation"), ("dynamodb.amazonaws.com", "DescribeTable"),
    ];

    private static readonly (string Source, string Name)[] Wanted =
    [
        ("ec2.amazonaws.com", "RunInstances"), ("servicecatalog.amazonaws.com", "ProvisionProduct"), ("quicksight.amazonaws.com", "GetDashboard"),
        ("rds.amazonaws.com", "ModifyDBInstance"), ("lambda.amazonaws.com", "UpdateFunctionCode20150331v2"),
    ];

    /// <summary>Writes the files. Compressed pieces of text that follow each other are a compressed file, so that each is made only once.</summary>
    public static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var pieces = Enumerable.Range(0, Pieces).Select(Piece).ToList();
        var (begin, next, end) = (Compressed("{\"Records\":["u8), Compressed(","u8), Compressed("]}"u8));
        File.WriteAllBytes(Path.Combine(folder, "large.json.gz"), [.. begin, .. Enumerable.Range(0, SmallFiles).SelectMany(i => (byte[])[.. i == 0 ? [] : next, .. pieces[i % Pieces]]), .. end]);
        for (var i = 0; i < SmallFiles; i++)
        {
            File.WriteAllBytes(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"small-{i:00}.json.gz")), [.. begin, .. pieces[i % Pieces], .. end]);
        }
    }

    private static byte[] Piece(int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (var number = 0; text.Length < PieceBytes; number++)
        {
            text.Append(number == 0 ? "" : ",").Append(Record(random, number));
        }

        return Compressed(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static byte[] Compressed(ReadOnlySpan<byte> text)
    {
        using var stored = new MemoryStream();
        using (var gzip = new GZipStream(stored, CompressionLevel.Optimal))
        {
            gzip.Write(text);
        }

        return stored.ToArray();
    }

    private static string Record(Random random, int number)
    {
        var isWanted = number % WantedOneIn == WantedOneIn / 2;
        var (source, name) = isWanted ? Wanted[random.Next(Wanted.Length)] : Unwanted[random.Next(Unwanted.Length)];
        var account = string.Create(CultureInfo.InvariantCulture, $"{111122220000 + random.Next(200)}");
        var role = $"Role{random.Next(50)}";
        var items = string.Join(',', Enumerable.Range(0, random.Next(1, isWanted ? 12 : 5)).Select(_ =>
            $$"""{"id":"{{Hex(random, 8)}}","arn":"arn:aws:{{source.Split('.')[0]}}:eu-west-1:{{account}}:thing/{{Hex(random, 4)}}","note":"a \"quoted\" text \u00fc"}"""));
        var answer = isWanted ? $$"""{"items":[{{items}}]}""" : "null";
        var readOnly = isWanted ? "false" : "true";
        return $$$$"""
            {"eventVersion":"1.11","userIdentity":{"type":"AssumedRole","principalId":"AROA{{{{Hex(random, 8)}}}}:session-{{{{random.Next(1000)}}}}","arn":"arn:aws:sts::{{{{account}}}}:assumed-role/{{{{role}}}}/session-{{{{random.Next(1000)}}}}","accountId":"{{{{account}}}}","accessKeyId":"ASIA{{{{Hex(random, 8)}}}}","sessionContext":{"sessionIssuer":{"type":"Role","principalId":"AROA{{{{Hex(random, 8)}}}}","arn":"arn:aws:iam::{{{{account}}}}:role/{{{{role}}}}","accountId":"{{{{account}}}}","userName":"{{{{role}}}}"},"attributes":{"creationDate":"2026-03-02T08:{{{{random.Next(10, 60)}}}}:10Z","mfaAuthenticated":"false"}}},"eventTime":"2026-03-02T09:{{{{random.Next(10, 60)}}}}:{{{{random.Next(10, 60)}}}}Z","eventSource":"{{{{source}}}}","eventName":"{{{{name}}}}","awsRegion":"eu-west-1","sourceIPAddress":"198.51.100.{{{{random.Next(256)}}}}","userAgent":"aws-sdk-java/2.31.{{{{random.Next(90)}}}} md/io#sync Linux/5.10.236 OpenJDK_64-Bit_Server_VM/17.0.15","requestParameters":{"items":[{{{{items}}}}],"maxResults":{{{{random.Next(1000)}}}},"dryRun":false},"responseElements":{{{{answer}}}},"requestID":"{{{{Id(random)}}}}","eventID":"{{{{Id(random)}}}}","readOnly":{{{{readOnly}}}},"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"{{{{account}}}}","eventCategory":"Management","tlsDetails":{"tlsVersion":"TLSv1.3","cipherSuite":"TLS_AES_128_GCM_SHA256","clientProvidedHostHeader":"{{{{source.Split('.')[0]}}}}.eu-west-1.amazonaws.com"}}
            """;
    }

    private static string Hex(Random random, int bytes)
    {
        Span<byte> value = stackalloc byte[bytes];
        random.NextBytes(value);
        return Convert.ToHexString(value);
    }

    private static Guid Id(Random random)
    {
        Span<byte> value = stackalloc byte[16];
        random.NextBytes(value);
        return new Guid(value);
    }
}
