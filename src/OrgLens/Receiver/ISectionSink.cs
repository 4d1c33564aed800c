namespace OrgLens.Receiver;

/// <summary>Takes the parts of a snapshot document as they come by.</summary>
internal interface ISectionSink
{
    /// <summary>A member of the document's top level is there, whatever its value.</summary>
    void Present(string name);

    /// <summary>One row of a section.</summary>
    /// <param name="section">Section, for example <c>security.kms</c>.</param>
    /// <param name="parent">Index of the object it lies in, for sections whose rows lie in several; else 0.</param>
    /// <param name="json">The row as it is written.</param>
    /// <returns>False to have the walk pause after this row.</returns>
    bool Row(string section, int parent, ReadOnlySpan<byte> json);

    /// <summary>The members of an object that rows lie in, without those rows.</summary>
    void Parent(string section, int index, ReadOnlySpan<byte> json);

    /// <summary>A member of the top level that is taken as a whole.</summary>
    void Whole(string name, ReadOnlySpan<byte> json);

    /// <summary>A section that is a list where an object belongs: the sender writes that when its collector failed.</summary>
    void Failed(string section);

    /// <summary>A member that no section of the format has.</summary>
    void Ignored(string path);
}
