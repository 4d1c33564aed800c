namespace OrgLens.Sender;

/// <summary>A request can't be carried out as it is. The message names the member and what is wrong with it.</summary>
public sealed class SendRequestException : Exception
{
    /// <summary>Creates the exception.</summary>
    public SendRequestException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    public SendRequestException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception.</summary>
    public SendRequestException()
    {
    }
}
