using System.Text.Json.Serialization;

namespace OrgLens.Audit.Trail;

/// <summary>What became of an object that was announced (docs/trail.md).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FilterOutcome>))]
public enum FilterOutcome
{
    /// <summary>All of it was read, and what is wanted was sent.</summary>
    Filtered,

    /// <summary>What is good was sent; bad records were quarantined.</summary>
    Partial,

    /// <summary>It ends too early, is damaged or too large; what was whole was sent, the file was quarantined.</summary>
    Incomplete,

    /// <summary>Its key says that nothing in it is wanted: a digest, Insights, a folder.</summary>
    PassedOver,

    /// <summary>It is no trail file; nothing was done.</summary>
    NoTrail,

    /// <summary>It is not there any more; the notification was quarantined.</summary>
    Missing,
}
