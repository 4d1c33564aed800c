using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.Generator.Model;

/// <summary>An event source that has an attribute.</summary>
internal sealed record EventKind(string Attribute, string Package, string EventType, string SamType, DiagnosticDescriptor InvalidAttribute)
{
    public static readonly EventKind Sqs = new(
        "Amazon.Lambda.Annotations.SQS.SQSEventAttribute", "Amazon.Lambda.SQSEvents", "Amazon.Lambda.SQSEvents.SQSEvent", "SQS", Rules.InvalidSqsEvent);

    public static readonly EventKind S3 = new(
        "Amazon.Lambda.Annotations.S3.S3EventAttribute", "Amazon.Lambda.S3Events", "Amazon.Lambda.S3Events.S3Event", "S3", Rules.InvalidS3Event);

    public static readonly EventKind Sns = new(
        "Amazon.Lambda.Annotations.SNS.SNSEventAttribute", "Amazon.Lambda.SNSEvents", "Amazon.Lambda.SNSEvents.SNSEvent", "SNS", Rules.InvalidSnsEvent);

    public static readonly EventKind Schedule = new(
        "Amazon.Lambda.Annotations.Schedule.ScheduleEventAttribute",
        "Amazon.Lambda.CloudWatchEvents",
        "Amazon.Lambda.CloudWatchEvents.ScheduledEvents.ScheduledEvent",
        "Schedule",
        Rules.InvalidScheduleEvent);

    public static readonly IReadOnlyList<EventKind> All = [Sqs, S3, Sns, Schedule];

    /// <summary>As written in source: SQSEvent.</summary>
    public string Name => Attribute.Substring(Attribute.LastIndexOf('.') + 1).Replace("Attribute", string.Empty);

    public static EventKind? Of(AttributeData attribute)
    {
        var name = attribute.AttributeClass?.ToDisplayString();
        return All.FirstOrDefault(kind => kind.Attribute == name);
    }
}
