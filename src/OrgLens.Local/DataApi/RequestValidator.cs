namespace OrgLens.Local.DataApi;

/// <summary>Checks what the service's model says about the members of a request.</summary>
internal static class RequestValidator
{
    public static void Check(DataApiRequest request, DataApiLimits limits, bool needsSql)
    {
        Require("resourceArn", request.ResourceArn, limits.NameCharacters);
        Require("secretArn", request.SecretArn, limits.NameCharacters);
        if (needsSql)
        {
            Require("sql", request.Sql, limits.SqlCharacters);
        }

        CheckLength("transactionId", request.TransactionId, limits.TransactionIdCharacters);
        if (request.Schema is not null)
        {
            throw DataApiException.Validation("The schema parameter isn't supported");
        }
    }

    private static void Require(string member, string? value, int longest)
    {
        if (value is null)
        {
            throw DataApiException.Validation(
                $"1 validation error detected: Value null at '{member}' failed to satisfy constraint: Member must not be null");
        }

        CheckLength(member, value, longest);
    }

    private static void CheckLength(string member, string? value, int longest)
    {
        if (value?.Length > longest)
        {
            throw DataApiException.Validation(
                $"1 validation error detected: Value at '{member}' failed to satisfy constraint: Member must have length less than or equal to {longest}");
        }
    }
}
