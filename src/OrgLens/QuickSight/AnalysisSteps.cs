using OrgLens.Aws;
using OrgLens.Dashboards;

namespace OrgLens.QuickSight;

/// <summary>Takes steps one after the other until one fails, and says of each how it ended.</summary>
internal sealed class AnalysisSteps(IProgress<AnalysisStep>? progress)
{
    private readonly List<(string Name, Func<Task<(string Outcome, string Detail)>> Run)> _steps = [];

    public AnalysisSteps Then(string name, Func<Task<(string Outcome, string Detail)>> run)
    {
        _steps.Add((name, run));
        return this;
    }

    public async Task<AnalysisReport> RunAsync()
    {
        var taken = new List<AnalysisStep>();
        foreach (var (name, run) in _steps)
        {
            var step = await TakeAsync(name, run);
            taken.Add(step);
            progress?.Report(step);
            if (step.Outcome == AnalysisStep.Failed)
            {
                break;
            }
        }

        return new AnalysisReport(taken);
    }

    private static async Task<AnalysisStep> TakeAsync(string name, Func<Task<(string Outcome, string Detail)>> run)
    {
        try
        {
            var (outcome, detail) = await run();
            return new AnalysisStep(name, outcome, detail);
        }
        catch (AwsCallException exception)
        {
            return new AnalysisStep(name, AnalysisStep.Failed, exception.Kind switch
            {
                AwsErrorKind.DeniedByPolicy or AwsErrorKind.DeniedByScp => $"{exception.Message}: the role may not do it",
                AwsErrorKind.NotEnabled => $"{exception.Message}: subscribe to QuickSight first",
                _ when exception.Code == "UnsupportedUserEditionException" => $"{exception.Message}: QuickSight's Enterprise edition is needed",
                _ => exception.Message,
            });
        }
        catch (Exception exception) when (exception is AnalysisMigrationException or AwsAnswerException or DashboardException or HttpRequestException)
        {
            return new AnalysisStep(name, AnalysisStep.Failed, exception.Message);
        }
    }
}
