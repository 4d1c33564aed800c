namespace StandIns.Aws.Tests.Wire;

public sealed record CannedResponse(int Status, string Body, string? ErrorType = null, string? QueryError = null)
{
    public static CannedResponse Ok(string body) => new(200, body);
}
