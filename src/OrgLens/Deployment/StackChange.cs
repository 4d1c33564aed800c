namespace OrgLens.Deployment;

/// <summary>What a deployment did to a stack, an object or a function.</summary>
public enum StackChange
{
    /// <summary>It was not there and is now.</summary>
    Created,

    /// <summary>It is now as its template and parameters say.</summary>
    Updated,

    /// <summary>It was so already.</summary>
    Unchanged,

    /// <summary>A function was started, which nobody waits for.</summary>
    Started,

    /// <summary>It is gone.</summary>
    Deleted,

    /// <summary>It was not there.</summary>
    Absent,
}
