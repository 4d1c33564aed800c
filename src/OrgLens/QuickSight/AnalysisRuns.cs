using Amazon.S3;
using OrgLens.Aws;
using OrgLens.Dashboards;
using OrgLens.Database;
using OrgLens.Sender;

namespace OrgLens.QuickSight;

/// <summary>Does what a request asks for in the account whose credentials are used.</summary>
/// <param name="calls">The client.</param>
/// <param name="database">The database with the views.</param>
/// <param name="s3">Reads bundles and keeps versions.</param>
/// <param name="downloads">Fetches exports.</param>
/// <param name="clock">Measures waits.</param>
/// <param name="variable">Variables of the environment; null for one that is not set.</param>
public sealed class AnalysisRuns(IAwsCalls calls, DataApi database, IAmazonS3 s3, HttpClient downloads, TimeProvider clock, Func<string, string?> variable)
{
    /// <summary>The operation that tells the database's address.</summary>
    public static readonly AwsOperation DescribeClusters = new(AwsServices.Rds, "DescribeDBClusters") { Paging = new AwsPaging("Marker", "Marker") };

    /// <summary>Does it.</summary>
    /// <exception cref="AnalysisMigrationException">The request is not complete.</exception>
    /// <exception cref="DashboardException">There is no analysis in the bundle.</exception>
    public async Task<AnalysisReport> RunAsync(AnalysisRequest request, IProgress<AnalysisStep>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var analysis = await OpenAsync(request.Bundle, cancellationToken);
        var migration = await MigrationAsync(cancellationToken);
        return request.Action switch
        {
            null or "import" => await migration.ImportAsync(analysis, await SettingsAsync(request, cancellationToken), progress, cancellationToken),
            "status" => await migration.StatusAsync(analysis, await SettingsAsync(request, cancellationToken), cancellationToken),
            "rollback" => await migration.RollBackAsync(request.AnalysisId ?? analysis.Document.Required("analysisId"), request.Version, progress, cancellationToken),
            _ => throw new AnalysisMigrationException($"There is no action {request.Action}: it is import, rollback or status."),
        };
    }

    /// <summary>The bundle of an analysis as QuickSight has it.</summary>
    /// <param name="analysisId">The analysis; null: ours.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<byte[]> ExportAsync(string? analysisId, CancellationToken cancellationToken) =>
        await (await MigrationAsync(cancellationToken)).ExportAsync(analysisId ?? AnalysisSettings.UsualId, cancellationToken);

    private async Task<AnalysisMigration> MigrationAsync(CancellationToken cancellationToken)
    {
        var region = variable("AWS_REGION") ?? throw NotSet("AWS_REGION");
        var identity = await AccountIdentity.FindAsync(calls, region, cancellationToken);
        var account = new QuickSightAccount(calls, identity.AccountId, region, variable("QUICKSIGHT_IDENTITY_REGION") ?? region);
        return new AnalysisMigration(account, database, new S3BundleShelf(s3, variable("BUCKET") ?? throw NotSet("BUCKET"), variable("ANALYTICS_KMS_KEY")), downloads, clock);
    }

    private async Task<Analysis> OpenAsync(string? bundle, CancellationToken cancellationToken)
    {
        if (bundle is null || !bundle.StartsWith("s3://", StringComparison.Ordinal))
        {
            return bundle is null ? AnalysisJoiner.Join(DashboardFiles.Embedded()) : AnalysisBundle.Open(bundle);
        }

        if (bundle["s3://".Length..].Split('/', 2) is not [{ Length: > 0 } bucket, { Length: > 0 } key])
        {
            throw new AnalysisMigrationException($"{bundle} is no address of an object like s3://bucket/key.qs.");
        }

        var path = Path.GetTempFileName();
        try
        {
            using var response = await s3.GetObjectAsync(bucket, key, cancellationToken);
            await response.WriteResponseStreamToFileAsync(path, append: false, cancellationToken);
            return AnalysisBundle.Open(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private async Task<AnalysisSettings> SettingsAsync(AnalysisRequest request, CancellationToken cancellationToken)
    {
        var source = request.AthenaDatabase is { } glue ? new AthenaSettings(request.AthenaWorkGroup ?? "primary", glue) : await AuroraAsync(request, cancellationToken);
        var settings = new AnalysisSettings(source) { Name = request.Name, AnalysisId = request.AnalysisId, Principal = request.Principal, IsForced = request.Force };
        return (request.Group ?? variable("QUICKSIGHT_GROUP")) is { } group ? settings with { Group = group } : settings;
    }

    private async Task<DataSourceSettings> AuroraAsync(AnalysisRequest request, CancellationToken cancellationToken)
    {
        var secret = request.SecretArn ?? variable("QUICKSIGHT_SECRET_ARN") ?? variable("AURORA_SECRET_ARN") ?? throw NotSet("QUICKSIGHT_SECRET_ARN");
        var cluster = variable("AURORA_CLUSTER_ARN") ?? throw NotSet("AURORA_CLUSTER_ARN");
        await foreach (var page in calls.PagesAsync(DescribeClusters, variable("AWS_REGION")!, new() { ["DBClusterIdentifier"] = cluster }, cancellationToken))
        {
            foreach (var found in page.List("DBClusters"))
            {
                // The readers' address leads to the writer where there are no readers.
                var host = found.Text("ReaderEndpoint") ?? found.Text("Endpoint") ?? throw new AwsAnswerException(DescribeClusters, "Endpoint", "is missing");
                return new AuroraSettings(
                    host, (int)(found.WholeNumber("Port") ?? 5432), variable("DB_NAME") ?? "core", secret, request.VpcConnectionArn ?? variable("QUICKSIGHT_VPC_CONNECTION_ARN"));
            }
        }

        throw new AnalysisMigrationException($"There is no cluster {cluster}.");
    }

    private static AnalysisMigrationException NotSet(string name) => new($"The variable {name} is not set.");
}
