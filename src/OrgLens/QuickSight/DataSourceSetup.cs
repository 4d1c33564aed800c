using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.QuickSight;

/// <summary>The data source. QuickSight tries the connection whenever it is made or changed, and only says afterwards how that went.</summary>
/// <remarks>https://docs.aws.amazon.com/quicksight/latest/APIReference/API_CreateDataSource.html</remarks>
internal sealed class DataSourceSetup(QuickSightAccount account, DataSourceSettings settings, JobPatience patience)
{
    private const string Name = "OrgLens";

    public string Arn => account.Arn($"datasource/{settings.Id}");

    /// <summary>The data source as it is; null when it is not there.</summary>
    public Task<AwsValue?> FindAsync(CancellationToken cancellationToken) =>
        account.FindAsync(QuickSightOperations.DescribeDataSource, new JsonObject { ["DataSourceId"] = settings.Id }, cancellationToken);

    /// <summary>Finds, makes or changes it, and waits until QuickSight has tried it.</summary>
    public async Task<string> EnsureAsync(ReaderPermissions permissions, CancellationToken cancellationToken)
    {
        var found = await FindAsync(cancellationToken);
        if (found is null)
        {
            var request = Request();
            request["Type"] = settings.Type;
            request["Permissions"] = permissions.Granted(ReaderPermissions.OfDataSource);
            if (await account.MakeAsync(QuickSightOperations.CreateDataSource, request, isOfIdentity: false, cancellationToken))
            {
                await TriedAsync(cancellationToken);
                return "created";
            }

            found = await FindAsync(cancellationToken);
        }

        var isGranted = await permissions.GrantAsync(
            QuickSightOperations.DescribeDataSourcePermissions, QuickSightOperations.UpdateDataSourcePermissions, "DataSourceId", settings.Id, ReaderPermissions.OfDataSource, cancellationToken);
        if (found is { } there && IsAsWanted(there.Child("DataSource")))
        {
            return isGranted ? "updated" : "unchanged";
        }

        // While a try is going on, another change is refused.
        await patience.UntilAsync(
            "the data source", async () => await FindAsync(cancellationToken) is { } answer ? answer.Text("DataSource.Status") : null, status => !IsTrying(status), cancellationToken);
        await account.CallAsync(QuickSightOperations.UpdateDataSource, Request(), cancellationToken);
        await TriedAsync(cancellationToken);
        return "updated";
    }

    /// <summary>Whether a data source is the one that is wanted, and works.</summary>
    public bool IsAsWanted(AwsValue source)
    {
        var (member, parameters) = settings.Parameters;
        var known = source.Child($"DataSourceParameters.{member}");
        return source.Text("Status") is "CREATION_SUCCESSFUL" or "UPDATE_SUCCESSFUL"
            && source.Text("Type") == settings.Type
            && source.Text("SecretArn") == settings.SecretArn
            && source.Text("VpcConnectionProperties.VpcConnectionArn") == settings.VpcConnectionArn
            && !known.IsMissing
            && parameters.All(parameter => (QuickSightAccount.Copy(known.Child(parameter.Key)) is { } value) && JsonNode.DeepEquals(value, parameter.Value));
    }

    private static bool IsTrying(string? status) => status is "CREATION_IN_PROGRESS" or "UPDATE_IN_PROGRESS";

    private async Task TriedAsync(CancellationToken cancellationToken)
    {
        var tried = AwsValueOf(default);
        await patience.UntilAsync(
            "the data source",
            async () =>
            {
                tried = AwsValueOf(await FindAsync(cancellationToken));
                return tried.Text("Status");
            },
            status => !IsTrying(status),
            cancellationToken);
        if (tried.Text("Status") is not ("CREATION_SUCCESSFUL" or "UPDATE_SUCCESSFUL"))
        {
            throw new AnalysisMigrationException(
                $"QuickSight can't connect with the data source {settings.Id}: {tried.Text("ErrorInfo.Type") ?? tried.Text("Status") ?? "it is gone"}. Check host, VPC connection, and that QuickSight may read the secret.");
        }
    }

    private static AwsValue AwsValueOf(AwsValue? answer) => answer?.Child("DataSource") ?? default;

    private JsonObject Request()
    {
        var (member, parameters) = settings.Parameters;
        var request = new JsonObject { ["DataSourceId"] = settings.Id, ["Name"] = Name, ["DataSourceParameters"] = new JsonObject { [member] = parameters } };
        if (settings.SecretArn is { } secret)
        {
            request["Credentials"] = new JsonObject { ["SecretArn"] = secret };
            request["SslProperties"] = new JsonObject { ["DisableSsl"] = false };
        }

        if (settings.VpcConnectionArn is { } connection)
        {
            request["VpcConnectionProperties"] = new JsonObject { ["VpcConnectionArn"] = connection };
        }

        return request;
    }
}
