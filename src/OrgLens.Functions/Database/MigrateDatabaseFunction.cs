using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.SecretsManager;
using AWS.Lambda.Powertools.Logging;
using OrgLens.Database;
using OrgLens.Functions.CustomResources;

namespace OrgLens.Functions.Database;

/// <summary>Brings the database to this version's schema: as a CloudFormation custom resource during a deployment, or invoked by hand.</summary>
/// <param name="migrator">Applies the schema as the master user.</param>
/// <param name="secrets">Holds the passwords of the roles.</param>
/// <param name="reply">Answers CloudFormation.</param>
public sealed class MigrateDatabaseFunction(Migrator migrator, IAmazonSecretsManager secrets, CustomResourceReply reply)
{
    /// <summary>Migrates. A deleted stack leaves the database as it is.</summary>
    [LambdaFunction(ResourceName = "MigrateDatabase", Role = "@MigrateDatabaseRole", MemorySize = 512, Timeout = 600)]
    [Logging(ClearState = true)]
    public async Task<MigrationReport> MigrateDatabase(MigrationRequest request, ILambdaContext context)
    {
        using var deadline = Deadline.Before(context);
        return await reply.AnswerAsync(
            request,
            async () => new MigrationReport(request.RequestType == "Delete" ? [] : await migrator.MigrateAsync(await RolesAsync(deadline.Token), deadline.Token)),
            deadline.Token);
    }

    private async Task<IReadOnlyList<RoleCredentials>> RolesAsync(CancellationToken cancellationToken)
    {
        var roles = new List<RoleCredentials>();
        foreach (var variable in (string[])["APPLICATION_SECRET_ARN", "READER_SECRET_ARN"])
        {
            if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } arn)
            {
                roles.Add(await RoleCredentials.ReadAsync(secrets, arn, cancellationToken));
            }
        }

        return roles;
    }
}
