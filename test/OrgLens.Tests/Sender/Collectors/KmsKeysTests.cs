using OrgLens.Aws;
using OrgLens.Sender;
using OrgLens.Sender.Collectors.Security;

namespace OrgLens.Tests.Sender.Collectors;

public sealed class KmsKeysTests
{
    private const string First = """{"Keys":[{"KeyId":"k1","KeyArn":"arn:aws:kms:eu-west-1:111122223333:key/k1"}],"NextMarker":"m","Truncated":true}""";
    private const string Last = """{"Keys":[{"KeyId":"k2","KeyArn":"arn:aws:kms:eu-west-1:111122223333:key/k2"}],"Truncated":false}""";

    [Fact]
    public async Task Keys_of_all_pages_are_listed_with_their_details()
    {
        var collected = await Collected.RunAsync(KmsKeys.Collector, Keys().Answer("GetKeyRotationStatus", """{"KeyRotationEnabled":true}"""));
        JsonAssert.Equal(
            """
            [
              {"region":"eu-west-1","key_id":"k1","arn":"arn:aws:kms:eu-west-1:111122223333:key/k1","description":"of k1","key_usage":"ENCRYPT_DECRYPT",
               "key_state":"Enabled","creation_date":"2026-01-07T10:00:00.5+00:00","enabled":true,"key_rotation_enabled":true},
              {"region":"eu-west-1","key_id":"k2","arn":"arn:aws:kms:eu-west-1:111122223333:key/k2","description":"of k2","key_usage":"ENCRYPT_DECRYPT",
               "key_state":"Enabled","creation_date":"2026-01-07T10:00:00.5+00:00","enabled":true,"key_rotation_enabled":true}
            ]
            """,
            collected.Rows("security.kms"));
        Assert.Equal((CoverageStatus.Complete, 2, 6), (collected.Ended("security.kms").Status, collected.Ended("security.kms").Items, collected.Ended("security.kms").Calls));
    }

    [Theory]
    [InlineData("AccessDeniedException", AwsErrorKind.DeniedByPolicy, CoverageStatus.DeniedIam)]
    [InlineData("UnsupportedOperationException", AwsErrorKind.Failed, CoverageStatus.Complete)]
    public async Task A_rotation_that_is_not_known_is_null_and_the_key_stays(string code, AwsErrorKind kind, CoverageStatus expected)
    {
        var collected = await Collected.RunAsync(KmsKeys.Collector, Keys().Fail("GetKeyRotationStatus", kind, code));
        Assert.All(collected.Rows("security.kms"), row => Assert.Null(row!["key_rotation_enabled"]));
        Assert.Equal((expected, 2), (collected.Ended("security.kms").Status, collected.Ended("security.kms").Items));
    }

    [Fact]
    public async Task A_key_that_may_not_be_described_is_listed_by_its_name()
    {
        var calls = new CannedCalls().Answer("ListKeys", Last)
            .Fail("DescribeKey", AwsErrorKind.DeniedByPolicy, "AccessDeniedException").Answer("GetKeyRotationStatus", """{"KeyRotationEnabled":false}""");
        var collected = await Collected.RunAsync(KmsKeys.Collector, calls);
        Assert.Equal("k2", (string?)Assert.Single(collected.Rows("security.kms"))!["key_id"]);
        Assert.Equal("kms:DescribeKey AccessDeniedException", collected.Ended("security.kms").Error);
    }

    [Fact]
    public async Task What_the_pages_before_a_failure_listed_is_kept_and_not_called_complete()
    {
        var calls = Details().Answer("ListKeys", First, input => !input.ContainsKey("Marker"))
            .Fail("ListKeys", AwsErrorKind.Throttled, "ThrottlingException", input => input.ContainsKey("Marker"))
            .Answer("GetKeyRotationStatus", """{"KeyRotationEnabled":false}""");
        var collected = await Collected.RunAsync(KmsKeys.Collector, calls);
        Assert.Equal("k1", (string?)Assert.Single(collected.Rows("security.kms"))!["key_id"]);
        Assert.Equal((CoverageStatus.Throttled, "kms:ListKeys ThrottlingException"), (collected.Ended("security.kms").Status, collected.Ended("security.kms").Error));
    }

    private static CannedCalls Keys() => Details().Answer("ListKeys", First, input => !input.ContainsKey("Marker")).Answer("ListKeys", Last, input => input.ContainsKey("Marker"));

    private static CannedCalls Details() => new CannedCalls()
        .Answer("DescribeKey", Detail("k1"), input => (string?)input["KeyId"] == "k1").Answer("DescribeKey", Detail("k2"), input => (string?)input["KeyId"] == "k2");

    private static string Detail(string id) =>
        $$$"""{"KeyMetadata":{"KeyId":"{{{id}}}","Description":"of {{{id}}}","KeyUsage":"ENCRYPT_DECRYPT","KeyState":"Enabled","CreationDate":1767780000.5,"Enabled":true}}""";
}
