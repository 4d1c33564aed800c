using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using AWS.Lambda.Powertools.Logging;
using Microsoft.Extensions.Logging;
using OrgLens.Functions.CustomResources;
using OrgLens.QuickSight;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace OrgLens.Functions.QuickSight;

/// <summary>Brings the dashboards to QuickSight: from a test event, or as a CloudFormation custom resource.</summary>
/// <param name="runs">Does it.</param>
/// <param name="reply">Answers CloudFormation.</param>
/// <param name="logger">Gets a line for each step.</param>
public sealed partial class MigrateAnalysisFunction(AnalysisRuns runs, CustomResourceReply reply, ILogger<MigrateAnalysisFunction> logger)
{
    /// <summary>Imports, rolls back or looks. A deleted stack leaves QuickSight as it is.</summary>
    /// <exception cref="AnalysisMigrationException">A step failed; another invocation goes on there.</exception>
    [LambdaFunction(ResourceName = "MigrateAnalysis", Role = "@MigrateAnalysisRole", MemorySize = 512, Timeout = 900)]
    [Logging(ClearState = true)]
    public async Task<AnalysisReport> MigrateAnalysis(AnalysisEvent request, ILambdaContext context)
    {
        using var deadline = Deadline.Before(context);
        return await reply.AnswerAsync(request, () => RunAsync(request, deadline.Token), deadline.Token);
    }

    private async Task<AnalysisReport> RunAsync(AnalysisEvent request, CancellationToken cancellationToken)
    {
        var report = request.RequestType == "Delete" ? new AnalysisReport([]) : await runs.RunAsync(request.Wanted, progress: null, cancellationToken);
        foreach (var step in report.Steps)
        {
            LogStep(step.Step, step.Outcome, step.Detail);
        }

        return report.Steps.FirstOrDefault(step => step.Outcome == AnalysisStep.Failed) is { } failed
            ? throw new AnalysisMigrationException($"{failed.Step}: {failed.Detail}")
            : report;
    }

    [LoggerMessage(70, LogLevel.Information, "{Step}: {Outcome}, {Detail}")]
    private partial void LogStep(string step, string outcome, string detail);
}
