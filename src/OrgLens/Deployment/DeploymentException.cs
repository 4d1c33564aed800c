namespace OrgLens.Deployment;

/// <summary>A deployment that can't go on; the message says where, why, and what to do.</summary>
public sealed class DeploymentException : Exception
{
    /// <summary>An exception without a message.</summary>
    public DeploymentException()
    {
    }

    /// <summary>An exception with its message.</summary>
    public DeploymentException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with its message and cause.</summary>
    public DeploymentException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
