using OrgLens.Aws;
using OrgLens.Sender;
using OrgLens.Sender.Collectors.Security;

namespace OrgLens.Tests.Sender.Collectors;

public sealed class SecretsTests
{
    [Fact]
    public async Task Secrets_of_all_pages_are_listed()
    {
        var calls = new CannedCalls()
            .Answer("ListSecrets", """{"SecretList":[{"Name":"db","ARN":"arn:1","CreatedDate":1767780000,"RotationEnabled":true,"Tags":[{"Key":"a","Value":"b"}]}],"NextToken":"t"}""")
            .Answer("ListSecrets", """{"SecretList":[{"Name":"api","ARN":"arn:2"}]}""");
        var collected = await Collected.RunAsync(Secrets.Collector, calls);
        JsonAssert.Equal(
            """
            [
              {"region":"eu-west-1","name":"db","arn":"arn:1","description":null,"created_date":"2026-01-07T10:00:00+00:00","last_changed_date":null,
               "last_accessed_date":null,"rotation_enabled":true,"rotation_lambda_arn":null,"kms_key_id":null,"tags":[{"Key":"a","Value":"b"}]},
              {"region":"eu-west-1","name":"api","arn":"arn:2","description":null,"created_date":null,"last_changed_date":null,
               "last_accessed_date":null,"rotation_enabled":null,"rotation_lambda_arn":null,"kms_key_id":null,"tags":[]}
            ]
            """,
            collected.Rows("security.secrets_manager"));
        Assert.Equal(CoverageStatus.Complete, collected.Ended("security.secrets_manager").Status);
    }

    [Fact]
    public async Task A_secret_with_a_member_of_another_kind_is_left_out_and_named()
    {
        var calls = new CannedCalls().Answer("ListSecrets", """{"SecretList":[{"Name":"db","ARN":{}},{"Name":"api","ARN":"arn:2"}]}""");
        var collected = await Collected.RunAsync(Secrets.Collector, calls);
        Assert.Equal("api", (string?)Assert.Single(collected.Rows("security.secrets_manager"))!["name"]);
        Assert.Equal((CoverageStatus.Failed, "secretsmanager:ListSecrets: ARN is not text"),
            (collected.Ended("security.secrets_manager").Status, collected.Ended("security.secrets_manager").Error));
    }

    [Fact]
    public async Task A_denied_second_page_is_no_complete_list()
    {
        var calls = new CannedCalls().Answer("ListSecrets", """{"SecretList":[{"Name":"db","ARN":"arn:1"}],"NextToken":"t"}""", input => !input.ContainsKey("NextToken"))
            .Fail("ListSecrets", AwsErrorKind.DeniedByPolicy, "AccessDeniedException", input => input.ContainsKey("NextToken"));
        var collected = await Collected.RunAsync(Secrets.Collector, calls);
        Assert.Equal((CoverageStatus.DeniedIam, 1), (collected.Ended("security.secrets_manager").Status, collected.Ended("security.secrets_manager").Items));
    }
}
