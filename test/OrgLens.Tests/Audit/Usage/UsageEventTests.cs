using System.Text.Json;
using System.Text.Json.Nodes;
using OrgLens.Audit.Trail;
using OrgLens.Audit.Usage;

namespace OrgLens.Tests.Audit.Usage;

/// <summary>One record in, one row out.</summary>
public sealed class UsageEventTests
{
    private const string Dashboard = "0f4d2c1b-9a8e-4765-8321-0b1c2d3e4f50";

    // What the identifiers of the authored records are called below.
    private static readonly (string Text, string Short)[] s_short =
    [
        (Dashboard, "D"), ("77aa66bb-55cc-44dd-33ee-2211ff00aa99", "A"), ("5e6f7a8b-1111-2222-3333-444455556666", "S"), ("9c8b7a6d-aaaa-bbbb-cccc-ddddeeeeffff", "O"),
        ("AWSReservedSSO_QuickAuthor_0123456789abcdef", "SSO"), ("AWSReservedSSO_QuickReader_0123456789abcdef", "READER"),
    ];

    private static readonly string[] s_columns =
    [
        "activity", "user_name", "quicksight_user", "identity_type", "invoked_by", "dashboard_id", "dashboard_name", "analysis_id", "analysis_name", "data_set_id", "data_set_name",
        "data_source_id", "folder_id", "users", "rejected_users", "error_code",
    ];

    public static TheoryData<string, string> Authored => new()
    {
        { "GetDashboard-unknown", "view reader.kim reader.kim Unknown - D|Fleet cost, monthly" },
        { "GetDashboard-reader", "view reader.lee@corp.example reader.lee@corp.example Directory - D|Fleet cost, monthly" },
        { "GetDashboard-assumedRole", "view dana@corp.example READER/dana@corp.example AssumedRole - D|Fleet cost, monthly" },
        { "GetDashboard-identityCenter", "view a1b2c3d4-e5f6-7890-abcd-ef1234567890 a1b2c3d4-e5f6-7890-abcd-ef1234567890 IdentityCenterUser - D|Fleet cost, monthly" },
        { "GetAnalysis", "view kim@corp.example SSO/kim@corp.example AssumedRole - -|-|A|Fleet cost analysis" },
        { "GetStaticAsset", "view reader.lee@corp.example reader.lee@corp.example Directory - D" },
        { "GetDashboardEmbedUrl-api", "view portal reader.lee AssumedRole - D" },
        { "GenerateEmbedUrlForRegisteredUser-api", "view portal reader.lee AssumedRole - D" },
        { "QueryDatabase", "query reader.lee@corp.example reader.lee@corp.example Directory - D|-|-|-|S|-|O" },
        { "QueryDatabase-refresh", "service - - AWSService quicksight.amazonaws.com -|-|-|-|S|-|O" },
        { "CreateDashboard-api", "change pipeline Deploy/pipeline AssumedRole - D|Fleet cost, monthly" },
        { "CreateDashboard-service", "change kim@corp.example SSO/kim@corp.example AssumedRole - D|Fleet cost, monthly|A" },
        { "UpdateDashboard-api", "change pipeline Deploy/pipeline AssumedRole - D|Fleet cost, monthly" },
        { "UpdateDashboardAccess-service", "change kim@corp.example SSO/kim@corp.example AssumedRole - D|-|-|-|-|-|-|-|[\"reader.lee@corp.example\"]" },
        { "DeleteDashboard-service", "delete kim@corp.example SSO/kim@corp.example AssumedRole - D" },
        { "UpdateAnalysis-keyValue", "change kim@corp.example SSO/kim@corp.example AssumedRole - -|-|A" },
        { "UpdateAnalysis-leftRight", "change kim@corp.example SSO/kim@corp.example AssumedRole - -|-|A|Fleet cost analysis" },
        { "UpdateAnalysis-string", "change kim@corp.example SSO/kim@corp.example AssumedRole - -|-|A" },
        { "CreateDataSet-api", "change pipeline Deploy/pipeline AssumedRole - -|-|-|-|S|cost|O" },
        { "CreateDataSet-service", "change kim@corp.example SSO/kim@corp.example AssumedRole - -|-|-|-|S|cost|O" },
        { "DeleteDataSet-service", "delete kim@corp.example SSO/kim@corp.example AssumedRole - -|-|-|-|S" },
        { "CreateUser-service", "user kim@corp.example SSO/kim@corp.example AssumedRole - -|-|-|-|-|-|-|-|[\"QuickAuthor/kim@corp.example\"]" },
        { "RegisterUser-api", "user dana@corp.example PlatformEngineer/dana@corp.example AssumedRole - -|-|-|-|-|-|-|-|[\"QuickReader/lee@corp.example\"]" },
        { "DeleteUser", "user kim@corp.example SSO/kim@corp.example AssumedRole - -|-|-|-|-|-|-|-|[\"new-user-1\"]" },
        { "BatchCreateUser", "user example-account example-account Root - -|-|-|-|-|-|-|-|[\"new-user-1\"]|[\"new-user-2\"]" },
    };

    public static TheoryData<string, string, string> Odd => new()
    {
        { "capitals", """{"serviceEventDetails":{"eventRequestDetails":{"DashboardId":"arn:aws:quicksight:us-east-1:111122223333:dashboard/x"}}}""", "x" },
        { "a plain id", """{"serviceEventDetails":{"eventRequestDetails":{"dashboardId":"x"}}}""", "x" },
        { "an ARN of a version", """{"serviceEventDetails":{"eventRequestDetails":{"dashboardId":"arn:aws:quicksight:us-east-1:111122223333:dashboard/x/version/3"}}}""", "x" },
        { "pairs in a text", """{"serviceEventDetails":{"eventRequestDetails":"[{\"left\":\"DashboardId\",\"right\":\"a/b/x\"}]"}}""", "x" },
        { "an ARN anywhere", """{"serviceEventDetails":{"eventRequestDetails":{"what":["shown: arn:aws-cn:quicksight:cn-north-1:111122223333:dashboard/x, and more"]}}}""", "x" },
        { "the ARN in the list of resources", """{"serviceEventDetails":null,"resources":[{"ARN":"arn:aws:quicksight:us-east-1:111122223333:dashboard/x"}]}""", "x" },
        { "the ARN of something else", """{"serviceEventDetails":{"eventRequestDetails":{"what":"arn:aws:quicksight:us-east-1:111122223333:theme/x"}}}""", "-" },
        { "a text that is no JSON", """{"serviceEventDetails":{"eventRequestDetails":"[{\"left\":"}}""", "-" },
        { "a text of another kind", """{"serviceEventDetails":{"eventRequestDetails":"HIDDEN_DUE_TO_SIZE"}}""", "-" },
        { "no details", """{"serviceEventDetails":null}""", "-" },
        { "a number for a name", """{"serviceEventDetails":{"eventRequestDetails":[7,null,{"key":5},{"key":"dashboardId","value":{"deep":1}}]}}""", "-" },
        { "a version of the record to come", """{"eventVersion":"2.0"}""", Dashboard },
    };

    [Fact]
    public void Every_authored_record_has_its_expectation() => Assert.Equal(UsageRecords.Names.Order(), Authored.Select(row => (string)row[0]).Order());

    [Theory]
    [MemberData(nameof(Authored))]
    public void A_record_tells_who_did_what_with_which(string name, string expected)
    {
        var row = UsageRecords.Row(UsageRecords.Authored(name));
        var values = s_columns.Select(column => row.At(column) is { ValueKind: JsonValueKind.Array } list ? list.GetRawText() : Short(row.Text(column) ?? "-")).ToList();

        // Five words of the person, then the rest with bars between; what is missing at the end is null.
        var words = expected.Split(' ', 6);
        var rest = words[5].Split('|');
        Assert.Equal([.. words[..5], .. rest, .. Enumerable.Repeat("-", s_columns.Length - 5 - rest.Length)], values);
    }

    [Theory]
    [MemberData(nameof(Odd))]
    public void The_dashboard_is_found_wherever_it_is(string what, string changes, string expected)
    {
        var json = UsageRecords.Authored("GetDashboard-unknown");
        foreach (var (name, value) in JsonNode.Parse(changes)!.AsObject())
        {
            json[name] = value?.DeepClone();
        }

        var actual = UsageRecords.Row(json).Text("dashboard_id") ?? "-";
        Assert.True(expected == actual, $"{what}: {actual}");
    }

    [Theory]
    [InlineData("""{"type":"IAMUser","userName":"ann","arn":"arn:aws:iam::111122223333:user/ann"}""", "ann|ann|view")]
    [InlineData("""{"type":"AssumedRole","arn":"arn:aws:sts::111122223333:assumed-role/Reader/lee"}""", "lee|Reader/lee|view")]
    [InlineData("""{"type":"AssumedRole","principalId":"AROA:lee"}""", "lee|lee|view")]
    [InlineData("""{"type":"Root","accountId":"111122223333"}""", "root|root|view")]
    [InlineData("""{"type":"AssumedRole","arn":"arn:aws:sts::111122223333:assumed-role/Reader/lee","invokedBy":"quicksight.amazonaws.com"}""", "lee|-|service")]
    [InlineData("""{"accountId":"111122223333","invokedBy":"quicksight.amazonaws.com"}""", "-|-|service")]
    [InlineData("{}", "-|-|view")]
    public void A_person_is_told_from_the_services_own_work(string identity, string expected)
    {
        var json = UsageRecords.Authored("GetDashboard-unknown");
        json["userIdentity"] = JsonNode.Parse(identity);
        var row = UsageRecords.Row(json);
        Assert.Equal(expected, $"{row.Text("user_name") ?? "-"}|{row.Text("quicksight_user") ?? "-"}|{row.Text("activity")}");
    }

    [Theory]
    [InlineData("quicksight.amazonaws.com", "GetDashboard", true)]
    [InlineData("quicksight.amazonaws.com", "GenerateEmbedUrlForAnonymousUser", true)]
    [InlineData("quicksight.amazonaws.com", "CreateFlow", true)]
    [InlineData("quicksight.amazonaws.com", "Unsubscribe", true)]
    [InlineData("quicksight.amazonaws.com", "DescribeDashboard", false)]
    [InlineData("quicksight.amazonaws.com", "ListIngestions", false)]
    [InlineData("quicksight.amazonaws.com", "SearchDashboards", false)]
    [InlineData("quicksight.amazonaws.com", "InvokeAction", false)]
    [InlineData("ec2.amazonaws.com", "GetDashboard", false)]
    public void Only_use_is_wanted(string source, string name, bool isWanted) => Assert.Equal(isWanted, UsageAudit.Wants(source, name));

    [Theory]
    [InlineData("GetDashboard", "view")]
    [InlineData("GenerateEmbedUrlForRegisteredUser", "view")]
    [InlineData("QueryDatabase", "query")]
    [InlineData("UpdateDashboardAccess", "change")]
    [InlineData("RenameVisualization", "change")]
    [InlineData("CreateFlow", "change")]
    [InlineData("DeleteVisualization", "delete")]
    [InlineData("DeleteUser", "user")]
    [InlineData("UpdateGroups", "user")]
    [InlineData("CreateGroupMembership", "user")]
    [InlineData("CreateAccount", "account")]
    [InlineData("Unsubscribe", "account")]
    [InlineData("UpdateSpiceCapacity", "account")]
    [InlineData("UpdateSPICECapacityConfiguration", "account")]
    public void Events_are_told_apart_by_their_names(string name, string activity) => Assert.Equal(activity, UsageActivity.Of(name));

    private static string Short(string value) => s_short.Aggregate(value, (text, pair) => text.Replace(pair.Text, pair.Short, StringComparison.Ordinal));
}
