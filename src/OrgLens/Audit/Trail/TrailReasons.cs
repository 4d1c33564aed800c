namespace OrgLens.Audit.Trail;

/// <summary>What can be wrong with a record.</summary>
internal static class TrailReasons
{
    public const string Broken = "It is not well-formed JSON.";

    public const string TooDeep = "It is nested too deeply.";

    public const string TooLarge = "It has more bytes than a record may have, or no end.";

    public const string NoObject = "It is no object.";

    public const string NoSource = "It has no eventSource or no eventName.";

    public const string NoText = "It holds text that is no Unicode.";

    public const string Between = "There is something else between the records.";
}
