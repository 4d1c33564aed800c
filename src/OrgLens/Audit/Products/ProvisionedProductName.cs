namespace OrgLens.Audit.Products;

/// <summary>
/// What a request names a provisioned product by: its name, or its ARN
/// (<c>arn:aws:servicecatalog:eu-central-1:111122223333:stack/web-tier/pp-c5d6e7f8g9h0i</c>).
/// </summary>
/// <param name="Name">The name; null where there is none.</param>
/// <param name="Id">The id; null where a name does not tell it.</param>
internal readonly record struct ProvisionedProductName(string? Name, string? Id)
{
    /// <summary>Reads the member <c>provisionedProductName</c> of a request.</summary>
    public static ProvisionedProductName Parse(string? text)
    {
        if (text?.StartsWith("arn:", StringComparison.Ordinal) != true)
        {
            return new ProvisionedProductName(text, null);
        }

        var path = text.Split('/');
        return path is [.., var name, var id] && id.StartsWith("pp-", StringComparison.Ordinal) && !name.StartsWith("arn:", StringComparison.Ordinal)
            ? new ProvisionedProductName(name, id)
            : new ProvisionedProductName(path[^1], null);
    }
}
