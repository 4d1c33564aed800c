namespace OrgLens.Bench.Collecting.Answers;

/// <summary>QuickSight: people, dashboards, analyses and data sets.</summary>
internal static class AnalyticsAnswers
{
    public static readonly IReadOnlyDictionary<string, AnswerText> All = new Dictionary<string, AnswerText>
    {
        ["QuickSight:ListNamespaces"] = new("""{"Namespaces":[{"Name":"default","CapacityRegion":"us-east-1","CreationStatus":"CREATED","IdentityStore":"QUICKSIGHT"}]}"""),
        ["QuickSight:ListUsers"] = new(
            """
            {"UserList":[*{"Arn":"arn:aws:quicksight:{region}:{account}:user/default/{id}","UserName":"{id}","Email":"{id}@example.com","Role":"AUTHOR",
            "IdentityType":"QUICKSIGHT","Active":true,"PrincipalId":"federated/quicksight/{id}"}*]}
            """),
        ["QuickSight:ListGroups"] = new(
            """{"GroupList":[*{"Arn":"arn:aws:quicksight:{region}:{account}:group/default/{id}","GroupName":"{id}","Description":"A group","PrincipalId":"group/d-1/{id}"}*]}"""),
        ["QuickSight:ListGroupMemberships"] = new("""{"GroupMemberList":[*{"Arn":"arn:aws:quicksight:{region}:{account}:user/default/{id}","MemberName":"{id}"}*]}"""),
        ["QuickSight:ListDashboards"] = new(
            """
            {"DashboardSummaryList":[*{"Arn":"arn:aws:quicksight:{region}:{account}:dashboard/{id}","DashboardId":"{id}","Name":"Costs","CreatedTime":{epoch},
            "LastUpdatedTime":{epoch},"PublishedVersionNumber":1,"LastPublishedTime":{epoch}}*]}
            """),
        ["QuickSight:DescribeDashboard"] = new(
            """
            {"Dashboard":{"DashboardId":"x","Name":"Costs","Version":{"VersionNumber":1,"Status":"CREATION_SUCCESSFUL",
            "SourceEntityArn":"arn:aws:quicksight:{region}:{account}:analysis/x","DataSetArns":["arn:aws:quicksight:{region}:{account}:dataset/x"]}}}
            """),
        ["QuickSight:ListAnalyses"] = new(
            """
            {"AnalysisSummaryList":[*{"Arn":"arn:aws:quicksight:{region}:{account}:analysis/{id}","AnalysisId":"{id}","Name":"Costs","Status":"CREATION_SUCCESSFUL",
            "CreatedTime":{epoch},"LastUpdatedTime":{epoch}}*]}
            """),
        ["QuickSight:DescribeAnalysis"] = new("""{"Analysis":{"AnalysisId":"x","Name":"Costs","DataSetArns":["arn:aws:quicksight:{region}:{account}:dataset/x"]}}"""),
        ["QuickSight:ListDataSets"] = new(
            """
            {"DataSetSummaries":[*{"Arn":"arn:aws:quicksight:{region}:{account}:dataset/{id}","DataSetId":"{id}","Name":"costs","CreatedTime":{epoch},
            "LastUpdatedTime":{epoch},"ImportMode":"SPICE"}*]}
            """),
        ["QuickSight:DescribeDataSet"] = new("""{"DataSet":{"DataSetId":"x","Name":"costs","ImportMode":"SPICE","ConsumedSpiceCapacityInBytes":1000000}}"""),
    };
}
