using System.Collections.Frozen;
using OrgLens.Aws;

namespace OrgLens.Bench.Collecting.Answers;

/// <summary>An account that uses everything, a little, and alike in all its Regions.</summary>
internal static class AccountAnswers
{
    /// <summary>The Regions that every account has.</summary>
    public static readonly IReadOnlyList<string> Regions =
    [
        "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-southeast-1", "ap-southeast-2", "ca-central-1", "eu-central-1", "eu-north-1",
        "eu-west-1", "eu-west-2", "eu-west-3", "sa-east-1", "us-east-1", "us-east-2", "us-west-1", "us-west-2",
    ];

    private static readonly Dictionary<string, AnswerText> OfAccount = new()
    {
        ["STS:GetCallerIdentity"] = new("<Arn>arn:aws:sts::{account}:assumed-role/collector/bench</Arn><UserId>AROAEXAMPLE:bench</UserId><Account>{account}</Account>"),
        ["Account:ListRegions"] = new($$"""{"Regions":[{{string.Join(',', Regions.Select(region => $$"""{"RegionName":"{{region}}","RegionOptStatus":"ENABLED_BY_DEFAULT"}"""))}}]}"""),
        ["Account:GetAccountInformation"] = new("""{"AccountId":"{account}","AccountName":"bench","AccountCreatedDate":"2024-02-01T08:00:00Z"}"""),
        ["Account:GetContactInformation"] = new(
            """
            {"ContactInformation":{"FullName":"Ann Example","AddressLine1":"1 Main Street","City":"Springfield","PostalCode":"12345","CountryCode":"US",
            "PhoneNumber":"+1 555 0100","CompanyName":"Example"}}
            """),
        ["Account:GetAlternateContact"] = new(
            """{"AlternateContact":{"Name":"Bob Example","Title":"Operator","EmailAddress":"bob@example.com","PhoneNumber":"+1 555 0101","AlternateContactType":"BILLING"}}"""),
        ["Organizations:DescribeAccount"] = new(
            """
            {"Account":{"Id":"{account}","Arn":"arn:aws:organizations::999988887777:account/o-example/{account}","Email":"bench@example.com","Name":"bench",
            "Status":"ACTIVE","JoinedMethod":"CREATED","JoinedTimestamp":1706774400}}
            """),
    };

    private static readonly FrozenDictionary<string, AnswerText> All =
        OfAccount.Concat(CostAnswers.All).Concat(ComplianceAnswers.All).Concat(SecurityAnswers.All).Concat(OperationsAnswers.All).Concat(AnalyticsAnswers.All).Concat(ResourceAnswers.All)
            .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The body of an operation's answer; null for what nobody calls in such an account.</summary>
    public static string? Of(AwsOperation operation, string region, string request) =>
        All.GetValueOrDefault($"{operation.Service.Id}:{operation.Name}")?.Write(operation, region, request, DateTimeOffset.UtcNow);

    /// <summary>How many items a list has.</summary>
    public static int ItemsOf(string list) => AnswerText.Pages * All[list].PerPage;
}
