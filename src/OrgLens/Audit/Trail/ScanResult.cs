namespace OrgLens.Audit.Trail;

/// <summary>How far the search for a value's end has come.</summary>
internal enum ScanResult
{
    /// <summary>The value goes on beyond the bytes at hand.</summary>
    NeedsMore,

    /// <summary>The end was found.</summary>
    Complete,

    /// <summary>It is no JSON.</summary>
    Broken,

    /// <summary>It is nested too deeply.</summary>
    TooDeep,
}
