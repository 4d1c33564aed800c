namespace OrgLens.Publishing;

/// <summary>Where views are published.</summary>
/// <param name="Bucket">The bucket that gets the files.</param>
/// <param name="Database">The Glue database that gets the tables.</param>
/// <param name="Region">The Region of both.</param>
/// <param name="KmsKeyId">Key (ARN) that files are encrypted with; null leaves it to the bucket's default.</param>
public sealed record PublishSettings(string Bucket, string Database, string Region, string? KmsKeyId)
{
    /// <summary>The database when none is named.</summary>
    public const string UsualDatabase = "orglens";

    /// <summary>Where a view's files are in the bucket; a folder of each run is below.</summary>
    public string FolderOf(string view) => $"athena/{Database}/{view}/";

    /// <summary>Reads <c>BUCKET</c>, <c>ATHENA_DATABASE</c> (default <c>orglens</c>), <c>AWS_REGION</c> and <c>ANALYTICS_KMS_KEY</c>.</summary>
    /// <exception cref="PublishingException">Bucket or Region is not set.</exception>
    public static PublishSettings From(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return new PublishSettings(Required("BUCKET"), Set("ATHENA_DATABASE") ?? UsualDatabase, Required("AWS_REGION"), Set("ANALYTICS_KMS_KEY"));

        string Required(string name) => Set(name) ?? throw new PublishingException($"The variable {name} is not set.");

        string? Set(string name) => variable(name) is { Length: > 0 } value ? value : null;
    }
}
