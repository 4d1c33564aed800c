using System.CommandLine;
using OrgLens.Cli.Deploy;
using OrgLens.Cli.Doctor;
using OrgLens.Cli.Hub;
using OrgLens.Cli.Output;

namespace OrgLens.Cli.Commands;

/// <summary><c>orglens doctor</c>: examines a running hub from end to end, and says what mends what is wrong.</summary>
internal static class DoctorCommand
{
    public static Command Create(Func<ParseResult, CommandContext> context)
    {
        var command = new Command("doctor", "Examine the hub: schema, what arrives, coverage, queues, key; the exit code is 3 when something needs attention.");
        command.SetAction((parsed, cancellationToken) => RunAsync(context(parsed), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        using var clients = new DeploymentClients(context, profile: null);
        var database = new DatabaseExamination(context);
        var cloud = new CloudExamination(context, clients.Calls, TimeProvider.System);
        var findings = new List<Finding>();
        foreach (var (subject, examine) in new (string, Func<CancellationToken, Task<IReadOnlyList<Finding>>>)[]
        {
            ("schema", database.SchemaAsync), ("data", database.DataAsync), ("coverage", database.CoverageAsync), ("queues", cloud.QueuesAsync), ("key", cloud.KeyAsync),
        })
        {
            findings.AddRange(await ExamineAsync(subject, examine, cancellationToken));
        }

        context.Renderer.Render(new ResultTable(
            [new("subject"), new("state"), new("found"), new("remedy")],
            [.. findings.Select(finding => (IReadOnlyList<string?>)[finding.Subject, finding.IsFine ? "fine" : "attention", finding.Found, finding.Remedy])]));
        return findings.All(finding => finding.IsFine) ? ExitCode.Fine : ExitCode.PartlyDone;
    }

    // What can't be examined is a finding, too: the other examinations go on.
    private static async Task<IReadOnlyList<Finding>> ExamineAsync(
        string subject, Func<CancellationToken, Task<IReadOnlyList<Finding>>> examine, CancellationToken cancellationToken)
    {
        try
        {
            return await examine(cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException && Failure.Explain(failure) is { Code: not ExitCode.WrongUsage } explained)
        {
            return [new Finding(subject, IsFine: false, "could not be examined", explained.Message)];
        }
    }
}
