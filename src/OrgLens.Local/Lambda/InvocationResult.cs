namespace OrgLens.Local.Lambda;

/// <summary>How an invocation ended.</summary>
/// <param name="RequestId">Its id.</param>
/// <param name="Payload">What the function returned, or the JSON of its error.</param>
/// <param name="FunctionError">Null for success, else what Lambda puts into X-Amz-Function-Error.</param>
/// <param name="LogTail">What it wrote last.</param>
/// <param name="Duration">How long it took, start of the environment not included.</param>
public sealed record InvocationResult(string RequestId, ReadOnlyMemory<byte> Payload, string? FunctionError, string LogTail, TimeSpan Duration)
{
    /// <summary>Whether the function succeeded.</summary>
    public bool IsSuccess => FunctionError is null;
}
