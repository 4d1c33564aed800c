using System.Text.Json;
using OrgLens.Audit.Trail;

namespace OrgLens.Audit.Usage;

/// <summary>
/// An event of QuickSight as its CloudTrail record tells it. Calls of the public API have requests and answers; what happens in the console
/// and to readers is in <c>serviceEventDetails</c> instead. Both are read alike, and what is found nowhere is null.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/quicksight/latest/user/logging-using-cloudtrail.html</remarks>
internal sealed class UsageEvent
{
    /// <summary>The service of all of them.</summary>
    public const string EventSource = "quicksight.amazonaws.com";

    private readonly TrailRecord _record;
    private readonly UsageDetails _call;
    private readonly UsageDetails _details;
    private readonly UsageDetails _answer;
    private readonly UsageDetails _answerDetails;
    private readonly UsagePerson _person;
    private readonly UsageUsers _users;

    private UsageEvent(TrailRecord record)
    {
        _record = record;
        _call = UsageDetails.Of(record.Request);
        _details = UsageDetails.Of(record.ServiceDetails.At("eventRequestDetails"));
        _answer = UsageDetails.Of(record.Response);
        _answerDetails = UsageDetails.Of(record.ServiceDetails.At("eventResponseDetails"));
        var isCall = record.Root.Text("eventType") == "AwsApiCall";
        _person = UsagePerson.Of(record, isCall ? _call : _details);
        _users = UsageUsers.Of(record, isCall ? _call : _details, isCall ? _answer : _answerDetails);
    }

    /// <summary>Reads a record.</summary>
    public static UsageEvent Of(TrailRecord record) => new(record);

    /// <summary>Writes it as a row of <c>quicksight_events</c>.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("event_id", _record.EventId);
        writer.WriteString("event_time", _record.EventTime);
        writer.WriteString("event_name", _record.EventName);
        writer.WriteString("event_type", _record.Root.Text("eventType"));
        writer.WriteString("account", _record.AccountId);
        writer.WriteString("region", _record.Region);
        writer.WriteString("activity", _person.IsPerson ? UsageActivity.Of(_record.EventName) : UsageActivity.Service);
        writer.WriteString("user_name", _person.UserName);
        writer.WriteString("quicksight_user", _person.QuickSightUser);
        writer.WriteString("role_name", _record.Actor.RoleName);
        writer.WriteString("identity_type", _record.Actor.Type);
        writer.WriteString("identity_arn", _record.Actor.Arn);
        writer.WriteString("invoked_by", _record.Actor.InvokedBy);
        foreach (var asset in UsageAsset.All)
        {
            writer.WriteString($"{asset.Column}_id", Id(asset));
            writer.WriteString($"{asset.Column}_name", Name(asset));
        }

        WriteList(writer, "users", _users.Accepted);
        WriteList(writer, "rejected_users", _users.Rejected);
        writer.WriteString("source_ip", _record.Root.Text("sourceIPAddress"));
        writer.WriteString("user_agent", _record.Root.Text("userAgent"));
        writer.WriteString("error_code", _record.ErrorCode);
        writer.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter writer, string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    // What the request names, in either place; then the answer and any ARN in the record, which tell of things that an event is about
    // only: the answer of a view names the analysis behind the dashboard, which nobody opened.
    private string? Id(UsageAsset asset)
    {
        var asked = asset.IdOf(_call.Text(asset.IdNames)) ?? asset.IdOf(_details.Text(asset.IdNames)) ?? Queried(asset);
        return asked is not null || !asset.IsOf(_record.EventName)
            ? asked
            : asset.IdOf(_answer.Text(asset.IdNames)) ?? asset.IdOf(_answerDetails.Text(asset.IdNames)) ?? asset.FirstIn(_record.Root);
    }

    // A query names what is on the screen by its ARN, whatever it is.
    private string? Queried(UsageAsset asset) =>
        _details.Text("resourceId") is { } resource && resource.StartsWith("arn:", StringComparison.Ordinal) ? asset.IdOf(resource) : null;

    private string? Name(UsageAsset asset) =>
        _answerDetails.Text(asset.NameName)
        ?? _details.Text(asset.NameName)
        ?? _call.Text(asset.NameName)
        // A call about a data set names only itself, not the source of its data.
        ?? (asset == Subject ? _record.Request.Text("name") : null);

    private UsageAsset? Subject => UsageAsset.All.FirstOrDefault(asset => asset.IsOf(_record.EventName));
}
