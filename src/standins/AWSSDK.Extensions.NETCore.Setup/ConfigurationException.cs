namespace Amazon.Extensions.NETCore.Setup;

public class ConfigurationException : Exception
{
    public ConfigurationException(string message)
        : base(message)
    {
    }

    public ConfigurationException(string message, Exception exception)
        : base(message, exception)
    {
    }

    public string PropertyName { get; set; }

    public string PropertyValue { get; set; }
}
