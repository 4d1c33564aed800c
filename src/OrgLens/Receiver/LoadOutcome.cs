using System.Text.Json.Serialization;

namespace OrgLens.Receiver;

/// <summary>How a document ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LoadOutcome>))]
public enum LoadOutcome
{
    /// <summary>Every row is in the database.</summary>
    Loaded,

    /// <summary>Rows with bad values were skipped and reported; all others are in.</summary>
    Partial,

    /// <summary>This very object had been dealt with before; nothing was done.</summary>
    AlreadyLoaded,

    /// <summary>The document was refused as a whole.</summary>
    Rejected,
}
