using System.Text.Json.Serialization;

namespace OrgLens.Audit.Trail;

/// <summary>How the reading of a file ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TrailOutcome>))]
public enum TrailOutcome
{
    /// <summary>It was read to its end.</summary>
    Complete,

    /// <summary>It is no trail file: no JSON object with <c>Records</c>. A digest is one of those.</summary>
    NoTrail,

    /// <summary>It ends too early or its compression is damaged; what was whole has been read.</summary>
    Truncated,

    /// <summary>Its text is damaged between or after records and the next record, or the end, could not be found.</summary>
    Damaged,

    /// <summary>It has more bytes or more bad records than allowed; what came before has been read.</summary>
    TooLarge,
}
