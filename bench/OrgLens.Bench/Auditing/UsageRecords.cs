using OrgLens.Audit.Trail;

namespace OrgLens.Bench.Auditing;

/// <summary>Records of QuickSight: people who open what they like, and now and then a trace of an embedded reader, a query and a change.</summary>
internal static class UsageRecords
{
    private const int Accounts = 5;
    private const int People = 380;
    private const int Dashboards = 120;
    private const int DataSets = 50;

    /// <summary>So many records, the same every time.</summary>
    public static IReadOnlyList<TrailRecord> Make(int count)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, count).Select(index => Record(random, index))];
    }

    private static TrailRecord Record(Random random, int index)
    {
        var account = AuditRecord.Account(random.Next(Accounts));
        var arn = $"arn:aws:quicksight:us-east-1:{account}";
        // Few people do most, and each of them has twelve dashboards.
        var person = (int)(People * Math.Pow(random.NextDouble(), 2));
        var dashboard = $"{arn}:dashboard/D{((person * 7) + (9 * (int)(12 * Math.Pow(random.NextDouble(), 2)))) % Dashboards}";
        var dataSet = $"{arn}:dataset/S{random.Next(DataSets)}";
        var (name, request, answer) = random.Next(20) switch
        {
            < 11 => ("GetDashboard", $$"""{"dashboardId":"{{dashboard}}"}""", """{"dashboardDetails":{"dashboardName":"a dashboard's name"} }"""),
            < 14 => ("GetStaticAsset", $$"""{"dashboardId":"{{dashboard}}"}""", "null"),
            < 15 => ("GetAnalysis", $$"""{"analysisId":"{{arn}}:analysis/A{{random.Next(80)}}"}""", "null"),
            < 18 => ("QueryDatabase", $$"""{"resourceId":"{{dashboard}}","dataSetId":"{{dataSet}}"}""", "null"),
            < 19 => ("UpdateDashboard", $$"""{"dashboardId":"{{dashboard}}"}""", "null"),
            _ => ("UpdateAnalysis", $$"""{"analysisId":"{{arn}}:analysis/A{{random.Next(80)}}"}""", "null"),
        };
        return AuditRecord.Of(3, index, account, "quicksight", name, $$"""
            "eventType":"AwsServiceEvent","serviceEventDetails":{"eventRequestDetails":{{request}},"eventResponseDetails":{{answer}}}
            """);
    }
}
