using OrgLens.Audit.Trail;

namespace OrgLens.Audit.Assets;

/// <summary>Makes asset events of records: EC2 instances and volumes, RDS instances and clusters, Lambda functions.</summary>
public static class AssetEvents
{
    /// <summary>Whether an operation is one that can change an asset.</summary>
    /// <param name="eventSource">The service.</param>
    /// <param name="eventName">The operation, with any API date.</param>
    public static bool Wants(string eventSource, string eventName)
    {
        ArgumentNullException.ThrowIfNull(eventName);
        return eventSource switch
        {
            "ec2.amazonaws.com" => Ec2Events.Operations.ContainsKey(eventName),
            "rds.amazonaws.com" => RdsEvents.Operations.ContainsKey(eventName),
            "lambda.amazonaws.com" => LambdaEvents.Operations.ContainsKey(LambdaEvents.WithoutDate(eventName)),
            _ => false,
        };
    }

    /// <summary>
    /// The events of a record: one for each asset that it speaks of; none when it speaks of other things (tags of an image), or of an asset of
    /// another account, whose own record says the same. A failed call says nothing about its assets: its events carry no facts.
    /// </summary>
    public static IReadOnlyList<AssetEvent> Of(TrailRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var found = record.EventSource switch
        {
            "ec2.amazonaws.com" when Ec2Events.Operations.TryGetValue(record.EventName, out var operation) => Ec2Events.Of(record, operation),
            "rds.amazonaws.com" when RdsEvents.Operations.TryGetValue(record.EventName, out var operation) => RdsEvents.Of(record, operation),
            "lambda.amazonaws.com" when LambdaEvents.Operations.TryGetValue(LambdaEvents.WithoutDate(record.EventName), out var operation) =>
                LambdaEvents.Of(record, operation),
            _ => [],
        };
        // One record may name an asset twice; its last word counts.
        var events = found.GroupBy(one => one.Arn, StringComparer.Ordinal).Select(same => same.Last()).ToList();
        return record.ErrorCode is null ? events : [.. events.Select(one => new AssetEvent(one.Kind, one.Arn, one.ResourceId, one.Change))];
    }
}
