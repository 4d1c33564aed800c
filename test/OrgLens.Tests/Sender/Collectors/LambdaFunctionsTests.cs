using OrgLens.Aws;
using OrgLens.Sender;
using OrgLens.Sender.Collectors.Resources;

namespace OrgLens.Tests.Sender.Collectors;

public sealed class LambdaFunctionsTests
{
    private const string First =
        """
        {"Functions":[{"FunctionName":"f1","FunctionArn":"arn:f1","Runtime":"dotnet8","Role":"arn:role","Handler":"h","CodeSize":10,"Description":"","Timeout":3,"MemorySize":512,
         "LastModified":"2026-01-07T10:00:00.000+0000","VpcConfig":{"VpcId":"vpc-1"},"PackageType":"Zip","Architectures":["arm64"],"EphemeralStorage":{"Size":512},
         "Environment":{"Variables":{"PASSWORD":"canary"}},"TracingConfig":{"Mode":"Active"},"Layers":[{"Arn":"arn:layer"}]}],"NextMarker":"m"}
        """;

    private const string Last = """{"Functions":[{"FunctionName":"f2","FunctionArn":"arn:f2","PackageType":"Image"}]}""";

    private const string Tags = """{"PaginationToken":"","ResourceTagMappingList":[{"ResourceARN":"arn:f1","Tags":[{"Key":"team","Value":"shop"}]}]}""";

    [Fact]
    public async Task Functions_of_all_pages_are_listed_as_the_Python_sender_does_with_their_tags()
    {
        var collected = await Collected.RunAsync(LambdaFunctions.Collector, Functions().Answer("GetResources", Tags));
        var rows = collected.Rows("service_resources");
        JsonAssert.Equal(
            """
            {"region":"eu-west-1","service_name":"Lambda","resource_type":"Function","resource_id":"arn:f1","resource_name":"f1","availability_zone":"Generic","state":null,
             "instance_type":"dotnet8","vpc_id":"vpc-1","engine":"dotnet8","instance_class":"","multi_az":true,"size_gb":0.5,"volume_type":"EphemeralStorage",
             "creation_date":"2026-01-07T10:00:00+00:00","type":"Zip","scheme":"arm64","instance_count":1,"max_size":512,"tags":[{"Key":"team","Value":"shop"}],
             "details":{"last_modified":"2026-01-07T10:00:00+00:00","description":"","handler":"h","role":"arn:role","timeout_seconds":3,"code_bytes":10,"kms_key_arn":null,
              "dead_letter_target":null,"tracing":"Active","layers":["arn:layer"]}}
            """,
            rows[0]);
        JsonAssert.Equal("[]", rows[1]!["tags"]);
        Assert.Equal((CoverageStatus.Complete, 2, 3), (collected.Ended("lambda.function").Status, collected.Ended("lambda.function").Items, collected.Ended("lambda.function").Calls));
        Assert.DoesNotContain("canary", collected.Document.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tags_that_may_not_be_read_are_null_and_the_functions_stay()
    {
        var collected = await Collected.RunAsync(LambdaFunctions.Collector, Functions().Fail("GetResources", AwsErrorKind.DeniedByPolicy, "AccessDeniedException"));
        Assert.All(collected.Rows("service_resources"), row => Assert.Null(row!["tags"]));
        Assert.Equal(
            (CoverageStatus.DeniedIam, 2, "tag:GetResources AccessDeniedException"),
            (collected.Ended("lambda.function").Status, collected.Ended("lambda.function").Items, collected.Ended("lambda.function").Error));
    }

    [Fact]
    public async Task Tags_of_the_pages_before_a_failure_are_known_and_the_others_are_not()
    {
        var calls = Functions()
            .Answer("GetResources", Tags.Replace("\"PaginationToken\":\"\"", "\"PaginationToken\":\"p\"", StringComparison.Ordinal), input => !input.ContainsKey("PaginationToken"))
            .Fail("GetResources", AwsErrorKind.Throttled, "ThrottledException", input => (string?)input["PaginationToken"] == "p");
        var collected = await Collected.RunAsync(LambdaFunctions.Collector, calls);
        var rows = collected.Rows("service_resources");
        JsonAssert.Equal("""[{"Key":"team","Value":"shop"}]""", rows[0]!["tags"]);
        Assert.Null(rows[1]!["tags"]);
        Assert.Equal(CoverageStatus.Throttled, collected.Ended("lambda.function").Status);
    }

    [Fact]
    public async Task A_failure_on_the_second_page_keeps_the_first()
    {
        var calls = new CannedCalls().Answer("ListFunctions", First, input => !input.ContainsKey("Marker"))
            .Fail("ListFunctions", AwsErrorKind.Failed, "ServiceException", input => input.ContainsKey("Marker")).Answer("GetResources", Tags);
        var collected = await Collected.RunAsync(LambdaFunctions.Collector, calls);
        Assert.Single(collected.Rows("service_resources"));
        Assert.Equal(CoverageStatus.Failed, collected.Ended("lambda.function").Status);
    }

    [Fact]
    public async Task Where_there_is_no_function_no_tags_are_asked_for()
    {
        var collected = await Collected.RunAsync(LambdaFunctions.Collector, new CannedCalls().Answer("ListFunctions", """{"Functions":[]}"""));
        Assert.Equal((CoverageStatus.Empty, 1), (collected.Ended("lambda.function").Status, collected.Ended("lambda.function").Calls));
    }

    private static CannedCalls Functions() => new CannedCalls()
        .Answer("ListFunctions", First, input => !input.ContainsKey("Marker")).Answer("ListFunctions", Last, input => (string?)input["Marker"] == "m");
}
