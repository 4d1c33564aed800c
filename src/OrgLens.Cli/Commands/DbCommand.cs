using System.CommandLine;
using OrgLens.Cli.Hub;
using OrgLens.Cli.Output;
using OrgLens.Database;

namespace OrgLens.Cli.Commands;

/// <summary><c>orglens db migrate</c> and <c>orglens db status</c>: the database's schema.</summary>
internal static class DbCommand
{
    /// <summary>The master user's secret: the application's role may not change the schema.</summary>
    private const string MasterSecret = "AURORA_MASTER_SECRET_ARN";

    private const string ApplicationSecret = "AURORA_SECRET_ARN";

    public static Command Create(Func<ParseResult, CommandContext> context)
    {
        var migrate = new Command("migrate", $"Bring the database to this version's schema, as the user in {MasterSecret}.");
        migrate.SetAction((parsed, cancellationToken) => MigrateAsync(context(parsed), cancellationToken));
        var status = new Command("status", "Compare the database's schema with this version's; exits with 3 when something is missing.");
        status.SetAction((parsed, cancellationToken) => StatusAsync(context(parsed), cancellationToken));
        return new Command("db", "Look after the database's schema.") { migrate, status };
    }

    private static async Task<int> MigrateAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var clients = new HubClients(context);
        var roles = await ApplicationRoleAsync(context, clients, cancellationToken);
        var applied = await new Migrator(clients.Database(MasterSecret)).MigrateAsync(roles, cancellationToken);
        context.Renderer.Render(new ResultTable([new("applied")], [.. applied.Select(name => (IReadOnlyList<string?>)[name])]));
        return ExitCode.Fine;
    }

    private static async Task<int> StatusAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var migrator = new Migrator(new HubClients(context).Database(context.Variable(MasterSecret) is null ? ApplicationSecret : MasterSecret));
        var migrations = await migrator.StatusAsync(cancellationToken);
        context.Renderer.Render(new ResultTable(
            [new("migration"), new("state"), new("applied_at")],
            [.. migrations.Select(migration => (IReadOnlyList<string?>)[migration.Name, migration.State.ToString().ToLowerInvariant(), migration.AppliedAt])]));
        return migrations.All(migration => migration.State == MigrationState.Applied) ? ExitCode.Fine : ExitCode.PartlyDone;
    }

    /// <summary>The application's role, which gets the password that is in its secret.</summary>
    private static async Task<IReadOnlyList<RoleCredentials>> ApplicationRoleAsync(CommandContext context, HubClients clients, CancellationToken cancellationToken)
    {
        if (context.Variable(ApplicationSecret) is not { } arn || arn == context.Variable(MasterSecret))
        {
            return [];
        }

        using var secrets = clients.Secrets();
        return [await RoleCredentials.ReadAsync(secrets, arn, cancellationToken)];
    }
}
