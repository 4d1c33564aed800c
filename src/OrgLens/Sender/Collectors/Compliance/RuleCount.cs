namespace OrgLens.Sender.Collectors.Compliance;

/// <summary>Counts rules that had an evaluation recorded in the window. A number is null when that is not known of one of them.</summary>
internal sealed class RuleCount
{
    /// <summary>Rules that are met.</summary>
    public int? Compliant { get; private set; } = 0;

    /// <summary>Rules that are not met.</summary>
    public int? NonCompliant { get; private set; } = 0;

    /// <summary>Counts a rule.</summary>
    public void Add(RuleEvaluations rule)
    {
        // A sum with null is null.
        int? one = rule.IsFresh is { } isFresh ? isFresh ? 1 : 0 : null;
        Compliant += rule.IsCompliant ? one : 0;
        NonCompliant += rule.IsCompliant ? 0 : one;
    }
}
