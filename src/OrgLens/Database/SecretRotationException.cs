namespace OrgLens.Database;

/// <summary>A secret could not be rotated. What its users get is what they got before.</summary>
public sealed class SecretRotationException : Exception
{
    /// <summary>An exception without a message.</summary>
    public SecretRotationException()
    {
    }

    /// <summary>An exception that says what is wrong.</summary>
    public SecretRotationException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with its cause.</summary>
    public SecretRotationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
