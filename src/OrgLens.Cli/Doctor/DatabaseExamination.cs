using OrgLens.Cli.Hub;
using OrgLens.Database;

namespace OrgLens.Cli.Doctor;

/// <summary>Looks at the schema, at what arrives, and at what could not be read.</summary>
internal sealed class DatabaseExamination(CommandContext context)
{
    private static readonly Dictionary<string, string> s_remedies = new(StringComparer.Ordinal)
    {
        ["accounts"] = "see the log of CollectSnapshot in these accounts; `orglens deploy status` says where a spoke is missing",
        ["newest document"] = "see the queues below, and the log of IngestSnapshots",
        ["collectors"] = "see `orglens query coverage-gaps`",
        ["rejected documents"] = "see `orglens query rejected`",
        ["rows set aside"] = "see `orglens query rejected`",
    };

    public async Task<IReadOnlyList<Finding>> SchemaAsync(CancellationToken cancellationToken)
    {
        // The application's role may not look at the list of migrations.
        var secret = context.Variable("AURORA_MASTER_SECRET_ARN") is null ? "AURORA_SECRET_ARN" : "AURORA_MASTER_SECRET_ARN";
        var migrations = await new Migrator(new HubClients(context).Database(secret)).StatusAsync(cancellationToken);
        var behind = migrations.Where(migration => migration.State != MigrationState.Applied).Select(migration => migration.Name).ToList();
        return
        [
            behind.Count == 0
                ? new Finding("schema", IsFine: true, $"{migrations.Count} migrations, all applied")
                : new Finding("schema", IsFine: false, $"not of this version: {string.Join(", ", behind)}", "deploy the hub of this version (`orglens deploy hub`), or use the version that is deployed"),
        ];
    }

    public async Task<IReadOnlyList<Finding>> DataAsync(CancellationToken cancellationToken)
    {
        var answer = QueryResult.Of(await new HubClients(context).Database().QueryAsync(SqlFiles.Read("calls/status"), [], cancellationToken));
        return
        [
            .. answer.Rows.Select(row => row[1] == "attention"
                ? new Finding(row[0]!, IsFine: false, $"{row[2]}{(row[3] is { Length: > 0 } detail ? $": {detail}" : "")}", s_remedies.GetValueOrDefault(row[0]!))
                : new Finding(row[0]!, IsFine: true, row[2]!)),
        ];
    }

    public async Task<IReadOnlyList<Finding>> CoverageAsync(CancellationToken cancellationToken)
    {
        var answer = QueryResult.Of(await new HubClients(context).Database().QueryAsync(NamedQuery.Find("coverage-gaps")!.Sql, [], cancellationToken));
        var status = answer.Columns.Select(column => column.Name).ToList().IndexOf("status");
        return answer.Rows.Count == 0
            ? [new Finding("coverage", IsFine: true, "every collector read all that it should")]
            : [.. answer.Rows.GroupBy(row => row[status]!).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Gap(group.Key, group.Count(), group.Select(row => row[0]).Distinct().Count()))];
    }

    private static Finding Gap(string status, int places, int accounts) => new("coverage", IsFine: false, $"{status}: {places} collectors and Regions of {accounts} accounts", status switch
    {
        "denied_iam" => "bring the spokes up to date (`orglens deploy spokes`); see `orglens query coverage-gaps`",
        "denied_scp" => "a service control policy forbids it: let the role …-collect through, or live with the gap",
        "over_budget" => "raise PaidCallsPerRun, if the figures are worth it",
        _ => "see `orglens query coverage-gaps`; most pass with the next run",
    });
}
