namespace OrgLens.Receiver;

/// <summary>Why a document is refused. The words are stored in <c>snapshots.reason</c> and counted by the metric.</summary>
public static class RejectionReasons
{
    /// <summary>The document has no bytes.</summary>
    public const string Empty = "empty";

    /// <summary>The document is not JSON; the detail has line and byte.</summary>
    public const string NotJson = "not_json";

    /// <summary>The document ends in the middle.</summary>
    public const string Truncated = "truncated";

    /// <summary>The document begins like gzip but is not, or ends in the middle.</summary>
    public const string WrongGzip = "wrong_gzip";

    /// <summary>A string is not UTF-8.</summary>
    public const string NotUtf8 = "not_utf8";

    /// <summary>A string has half of a surrogate pair, which is no character.</summary>
    public const string LoneSurrogate = "lone_surrogate";

    /// <summary>More bytes than the limit after decompression.</summary>
    public const string TooLarge = "too_large";

    /// <summary>Deeper nesting than the limit.</summary>
    public const string TooDeep = "too_deep";

    /// <summary>JSON, but no snapshot: not an object, or sections are missing.</summary>
    public const string NotASnapshot = "not_a_snapshot";

    /// <summary>The document speaks for another account than the one whose prefix it lies under.</summary>
    public const string AccountMismatch = "account_mismatch";

    /// <summary>The object's key is not of the form that snapshots have.</summary>
    public const string UnknownKey = "unknown_key";
}
