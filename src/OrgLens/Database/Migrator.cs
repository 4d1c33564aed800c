using System.Security.Cryptography;
using System.Text;
using Amazon.RDSDataService.Model;

namespace OrgLens.Database;

/// <summary>
/// Brings a database to the schema that this assembly carries: <c>sql/schema</c> files once each and in order, <c>sql/load</c>,
/// <c>sql/views</c>, <c>sql/dashboard</c> and <c>sql/publish</c> whole whenever one of them differs from what was applied last.
/// </summary>
/// <param name="database">The database, entered as its master user.</param>
/// <remarks>All of it happens in one transaction behind one lock: two migrations at once take turns, and a failed one leaves no trace.</remarks>
public sealed class Migrator(DataApi database)
{
    private static readonly string[] DerivedFolders = ["load", "views", "dashboard", "publish"];

    /// <summary>Applies what is missing.</summary>
    /// <param name="roles">Roles of the database's own that get these passwords; all others, and without a list all, keep theirs.</param>
    /// <param name="cancellationToken">Ends the migration; nothing is changed then.</param>
    /// <returns>The names of the files and folders applied, in order; empty when nothing was missing.</returns>
    /// <exception cref="MigrationException">An applied file was changed since, or the database is ahead of this assembly.</exception>
    public Task<IReadOnlyList<string>> MigrateAsync(IReadOnlyList<RoleCredentials>? roles, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            async (transaction, token) =>
            {
                await RunAsync(transaction, "calls/migrations_lock", [], token);
                await RunAsync(transaction, "calls/migrations_schema", [], token);
                var applied = await AppliedAsync(transaction, token);
                var done = await ApplyAsync(transaction, applied, token);
                foreach (var (role, password) in roles ?? [])
                {
                    await RunAsync(transaction, "calls/role_password", [Parameter.Text("role", role), Parameter.Text("password", password)], token);
                }

                return done;
            },
            cancellationToken);

    /// <summary>Compares the database with this assembly without changing it.</summary>
    public async Task<IReadOnlyList<MigrationStatus>> StatusAsync(CancellationToken cancellationToken)
    {
        var exists = await database.ExecuteAsync(SqlFiles.Read("calls/migrations_exist"), [], cancellationToken);
        var applied = exists.Records[0][0].BooleanValue is true
            ? Read(await database.ExecuteAsync(SqlFiles.Read("calls/migrations_applied"), [], cancellationToken))
            : new Dictionary<string, AppliedMigration>(StringComparer.Ordinal);
        return
        [
            .. SqlFiles.Under("schema").Select(name => Compare(name, ChecksumOf([name]))),
            .. DerivedFolders.Select(folder => Compare(folder, ChecksumOf(SqlFiles.Under(folder)))),
        ];

        MigrationStatus Compare(string name, string checksum) => applied.TryGetValue(name, out var known)
            ? new MigrationStatus(name, known.Checksum == checksum ? MigrationState.Applied : MigrationState.Changed, known.AppliedAt)
            : new MigrationStatus(name, MigrationState.Pending, null);
    }

    private static async Task<IReadOnlyList<string>> ApplyAsync(
        DataApiTransaction transaction, Dictionary<string, AppliedMigration> applied, CancellationToken cancellationToken)
    {
        var schema = SqlFiles.Under("schema");
        var pending = Pending(schema, applied);
        var derived = DerivedFolders
            .Where(folder => pending.Count > 0 || !applied.TryGetValue(folder, out var known) || known.Checksum != ChecksumOf(SqlFiles.Under(folder)))
            .ToList();
        if (pending.Count > 0 && applied.Count > 0)
        {
            // Views would forbid changes to the tables below them; they all come back at the end.
            await RunAsync(transaction, "views/00_drop", [], cancellationToken);
        }

        foreach (var name in pending)
        {
            await RunAsync(transaction, name, [], cancellationToken);
            await RecordAsync(transaction, name, ChecksumOf([name]), cancellationToken);
        }

        foreach (var folder in derived)
        {
            if (folder == "load")
            {
                await RunAsync(transaction, "calls/load_reset", [], cancellationToken);
            }

            var files = SqlFiles.Under(folder);
            foreach (var name in files)
            {
                await RunAsync(transaction, name, [], cancellationToken);
            }

            await RecordAsync(transaction, folder, ChecksumOf(files), cancellationToken);
        }

        return [.. pending, .. derived];
    }

    private static List<string> Pending(IReadOnlyList<string> schema, Dictionary<string, AppliedMigration> applied)
    {
        var unknown = applied.Keys.Where(name => name.StartsWith("schema/", StringComparison.Ordinal)).Except(schema, StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            throw new MigrationException($"The database has {unknown[0]}, which this version does not know: it is newer. Deploy that version, or a later one.");
        }

        var changed = schema.FirstOrDefault(name => applied.TryGetValue(name, out var known) && known.Checksum != ChecksumOf([name]));
        if (changed is not null)
        {
            throw new MigrationException($"sql/{changed}.sql was changed after it had been applied. Undo that and put the change into a new file.");
        }

        return [.. schema.Where(name => !applied.ContainsKey(name))];
    }

    private static async Task RunAsync(
        DataApiTransaction transaction, string name, IReadOnlyList<SqlParameter> parameters, CancellationToken cancellationToken)
    {
        foreach (var statement in SqlScanner.SplitStatements(SqlFiles.Read(name)))
        {
            try
            {
                await transaction.ExecuteAsync(statement, parameters, cancellationToken);
            }
            catch (DatabaseErrorException exception) when (DatabaseFaults.Classify(exception) == DatabaseFault.Permanent)
            {
                throw new MigrationException($"sql/{name}.sql failed at \"{FirstLine(statement)}\": {exception.Message}", exception);
            }
        }
    }

    private static string FirstLine(string statement) =>
        statement.Split('\n').FirstOrDefault(line => line.Trim().Length > 0 && !line.TrimStart().StartsWith("--", StringComparison.Ordinal)) ?? statement;

    private static Task RecordAsync(DataApiTransaction transaction, string name, string checksum, CancellationToken cancellationToken) =>
        RunAsync(transaction, "calls/migrations_record", [Parameter.Text("name", name), Parameter.Text("checksum", checksum)], cancellationToken);

    private static async Task<Dictionary<string, AppliedMigration>> AppliedAsync(DataApiTransaction transaction, CancellationToken cancellationToken) =>
        Read(await transaction.ExecuteAsync(SqlFiles.Read("calls/migrations_applied"), [], cancellationToken));

    private static Dictionary<string, AppliedMigration> Read(ExecuteStatementResponse response) =>
        (response.Records ?? []).ToDictionary(row => row[0].StringValue, row => new AppliedMigration(row[1].StringValue, row[2].StringValue), StringComparer.Ordinal);

    private static string ChecksumOf(IReadOnlyList<string> names)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in names)
        {
            // Line endings are the checkout's, not the file's.
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{SqlFiles.Read(name).ReplaceLineEndings("\n")}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private sealed record AppliedMigration(string Checksum, string AppliedAt);
}
