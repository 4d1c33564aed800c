using System.Globalization;
using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.QuickSight;

/// <summary>Import and export jobs of asset bundles.</summary>
/// <param name="account">QuickSight.</param>
/// <param name="downloads">Fetches what was exported.</param>
/// <param name="patience">Waits for jobs.</param>
/// <param name="clock">Gives exports their names.</param>
/// <remarks>https://docs.aws.amazon.com/quicksight/latest/developerguide/asset-bundle-ops.html</remarks>
internal sealed class BundleJobs(QuickSightAccount account, HttpClient downloads, JobPatience patience, TimeProvider clock)
{
    private static readonly string[] s_running = ["QUEUED_FOR_IMMEDIATE_EXECUTION", "IN_PROGRESS", "FAILED_ROLLBACK_IN_PROGRESS"];

    /// <summary>Imports an analysis, and has QuickSight undo it when it fails.</summary>
    /// <param name="bundle">The zip.</param>
    /// <param name="fingerprint">Names the job: another run of the same import finds the one that is going on.</param>
    /// <param name="analysisId">The analysis in it.</param>
    /// <param name="name">The name that it gets; null: its own.</param>
    /// <param name="permissions">Who may use it; null: whoever may so far.</param>
    /// <param name="cancellationToken">Ends the waiting; a job that has been started goes on.</param>
    /// <exception cref="AnalysisMigrationException">It failed; says with what.</exception>
    public async Task ImportAsync(byte[] bundle, string fingerprint, string analysisId, string? name, ReaderPermissions? permissions, CancellationToken cancellationToken)
    {
        var id = $"orglens-{fingerprint}";
        var request = new JsonObject
        {
            ["AssetBundleImportJobId"] = id,
            ["AssetBundleImportSource"] = new JsonObject { ["Body"] = Convert.ToBase64String(bundle) },
            ["FailureAction"] = "ROLLBACK",
        };
        if (name is not null)
        {
            request["OverrideParameters"] = new JsonObject { ["Analyses"] = new JsonArray(new JsonObject { ["AnalysisId"] = analysisId, ["Name"] = name }) };
        }

        if (permissions is not null)
        {
            request["OverridePermissions"] = new JsonObject
            {
                ["Analyses"] = new JsonArray(new JsonObject
                {
                    ["AnalysisIds"] = new JsonArray(analysisId),
                    ["Permissions"] = new JsonObject { ["Principals"] = new JsonArray(permissions.Principal), ["Actions"] = ReaderPermissions.Texts(ReaderPermissions.OfAnalysis) },
                }),
            };
        }

        await StartAsync(QuickSightOperations.StartImport, request, cancellationToken);
        var job = await EndAsync(QuickSightOperations.DescribeImport, "AssetBundleImportJobId", id, $"the import {id}", cancellationToken);
        if (job.Text("JobStatus") != "SUCCESSFUL")
        {
            throw new AnalysisMigrationException($"The import {id} ended as {job.Text("JobStatus")}: {string.Join("; ", Errors(job, "Errors").Concat(Errors(job, "RollbackErrors")))}");
        }
    }

    /// <summary>Exports an analysis without what it is made of.</summary>
    /// <exception cref="AnalysisMigrationException">It failed; says with what.</exception>
    public async Task<byte[]> ExportAsync(string analysisId, CancellationToken cancellationToken)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"orglens-export-{clock.GetUtcNow():yyyyMMddHHmmssfff}");
        var request = new JsonObject
        {
            ["AssetBundleExportJobId"] = id,
            ["ResourceArns"] = new JsonArray(account.Arn($"analysis/{analysisId}")),
            ["ExportFormat"] = "QUICKSIGHT_JSON",
            ["IncludeAllDependencies"] = false,
            ["IncludePermissions"] = false,
            ["IncludeTags"] = false,
        };
        await StartAsync(QuickSightOperations.StartExport, request, cancellationToken);
        var job = await EndAsync(QuickSightOperations.DescribeExport, "AssetBundleExportJobId", id, $"the export {id}", cancellationToken);
        return job.Text("JobStatus") == "SUCCESSFUL" && job.Text("DownloadUrl") is { } url
            ? await downloads.GetByteArrayAsync(new Uri(url), cancellationToken)
            : throw new AnalysisMigrationException($"The export {id} ended as {job.Text("JobStatus")}: {string.Join("; ", Errors(job, "Errors"))}");
    }

    private async Task StartAsync(AwsOperation operation, JsonObject request, CancellationToken cancellationToken)
    {
        try
        {
            await account.CallAsync(operation, request, cancellationToken);
        }
        catch (AwsCallException exception) when (exception.Code == "ConflictException")
        {
            // A job of this name is going on: an earlier run's, or this one's whose answer was lost.
        }
    }

    private async Task<AwsValue> EndAsync(AwsOperation describe, string member, string id, string what, CancellationToken cancellationToken)
    {
        AwsValue job = default;
        await patience.UntilAsync(
            what,
            async () =>
            {
                job = await account.CallAsync(describe, new JsonObject { [member] = id }, cancellationToken);
                return job.Text("JobStatus");
            },
            status => !s_running.Contains(status, StringComparer.Ordinal),
            cancellationToken);
        return job;
    }

    private static IEnumerable<string> Errors(AwsValue job, string member) => job.List(member).Select(error => $"{error.Text("Arn")} {error.Text("Type")} {error.Text("Message")}".Trim());
}
