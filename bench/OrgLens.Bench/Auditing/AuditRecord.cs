using System.Globalization;
using System.Text.Json;
using OrgLens.Audit.Trail;

namespace OrgLens.Bench.Auditing;

/// <summary>Records in CloudTrail's form.</summary>
internal static class AuditRecord
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>One of 200 accounts.</summary>
    public static string Account(int number) => string.Create(CultureInfo.InvariantCulture, $"{111122220000 + (number % 200)}");

    /// <summary>When a record was written.</summary>
    public static string Time(int index) => Start.AddSeconds(60 * index).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A record.</summary>
    /// <param name="kind">Tells records of one number apart.</param>
    /// <param name="index">Its number: its id and its time.</param>
    /// <param name="account">Whose it is.</param>
    /// <param name="source">The service.</param>
    /// <param name="name">The operation.</param>
    /// <param name="members">Members of its own, as JSON.</param>
    public static TrailRecord Of(short kind, int index, string account, string source, string name, string members) => TrailRecord.Of(JsonElement.Parse($$$"""
        {"eventVersion":"1.11","userIdentity":{"type":"AssumedRole","principalId":"AROAEXAMPLEID0000001:dana","arn":"arn:aws:sts::{{{account}}}:assumed-role/User/dana{{{index % 300}}}",
        "accountId":"{{{account}}}","sessionContext":{"sessionIssuer":{"userName":"User"} } },"eventTime":"{{{Time(index)}}}","eventSource":"{{{source}}}.amazonaws.com","eventName":"{{{name}}}",
        "awsRegion":"us-east-1","sourceIPAddress":"198.51.100.24","userAgent":"console.example","eventID":"{{{new Guid(index, kind, 1, new byte[8])}}}","readOnly":false,
        "recipientAccountId":"{{{account}}}",{{{members}}} }
        """));
}
