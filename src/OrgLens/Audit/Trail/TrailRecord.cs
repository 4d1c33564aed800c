using System.Text.Json;

namespace OrgLens.Audit.Trail;

/// <summary>
/// One CloudTrail record: an element of a trail file's <c>Records</c>, or the <c>detail</c> of an EventBridge event.
/// See https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
/// </summary>
public sealed record TrailRecord
{
    private TrailRecord(JsonElement root) => Root = root;

    /// <summary>The whole record.</summary>
    public JsonElement Root { get; }

    /// <summary>The event's id, unique in all accounts; what repeated deliveries are told by.</summary>
    public required Guid EventId { get; init; }

    /// <summary>When the call was made, to the second.</summary>
    public required DateTimeOffset EventTime { get; init; }

    /// <summary>The service, for example <c>ec2.amazonaws.com</c>.</summary>
    public required string EventSource { get; init; }

    /// <summary>The operation, with its API date where the service writes one (<c>CreateFunction20150331</c>).</summary>
    public required string EventName { get; init; }

    /// <summary>The account that was acted on: the recipient's, not the caller's.</summary>
    public required string AccountId { get; init; }

    /// <summary>The Region that was acted in.</summary>
    public required string Region { get; init; }

    /// <summary>Who made the call.</summary>
    public required TrailActor Actor { get; init; }

    /// <summary>Why the call failed; null when it succeeded.</summary>
    public string? ErrorCode => Root.Text("errorCode");

    /// <summary>The request's members; undefined or null where there are none, text where CloudTrail left them out.</summary>
    public JsonElement Request => Root.At("requestParameters");

    /// <summary>The answer's members; undefined or null for reads, for failed calls and for many deletions, text where CloudTrail left them out.</summary>
    public JsonElement Response => Root.At("responseElements");

    /// <summary>What a service event says instead of request and answer.</summary>
    public JsonElement ServiceDetails => Root.At("serviceEventDetails");

    /// <summary>Reads a record's common members.</summary>
    /// <exception cref="TrailRecordException">It is no object, or one of the members that every record has is missing or of another form.</exception>
    public static TrailRecord Of(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new TrailRecordException("The record is no object.");
        }

        var actor = TrailActor.Of(root.At("userIdentity"));
        return new TrailRecord(root)
        {
            EventId = Guid.TryParse(Needed("eventID"), out var id) ? id : throw Bad("eventID"),
            EventTime = root.Instant("eventTime") ?? throw Bad("eventTime"),
            EventSource = Needed("eventSource"),
            EventName = Needed("eventName"),
            AccountId = Account(root.Text("recipientAccountId") ?? actor.AccountId),
            Region = Needed("awsRegion"),
            Actor = actor,
        };

        string Needed(string name) => root.Text(name) ?? throw Bad(name);

        static string Account(string? id) => id is { Length: 12 } && id.All(char.IsAsciiDigit) ? id : throw Bad("recipientAccountId");

        static TrailRecordException Bad(string member) => new($"The record's {member} is missing or of another form.");
    }
}
