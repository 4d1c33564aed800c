namespace OrgLens.Aws;

/// <summary>An answer that is not what the service's model says. The message names service, operation and member, never a value.</summary>
public sealed class AwsAnswerException : Exception
{
    /// <summary>Describes what is wrong with an answer.</summary>
    public AwsAnswerException(AwsOperation? operation, string member, string problem)
        : base($"{operation?.ToString() ?? "answer"}: {member} {problem}")
    {
        Operation = operation;
        Member = member;
    }

    /// <summary>What was called.</summary>
    public AwsOperation? Operation { get; }

    /// <summary>Path of the member.</summary>
    public string Member { get; }
}
