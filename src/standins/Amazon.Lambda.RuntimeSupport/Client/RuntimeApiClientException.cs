namespace Amazon.Lambda.RuntimeSupport;

public class RuntimeApiClientException : Exception
{
    public RuntimeApiClientException(string message, int statusCode, string response, Exception innerException)
        : base($"{message}\n\nStatus: {statusCode}\nResponse: \n{response}", innerException)
    {
        StatusCode = statusCode;
        Response = response;
    }

    public int StatusCode { get; }

    public string Response { get; }
}
