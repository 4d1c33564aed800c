using System.Diagnostics;

namespace OrgLens.Functions.Tests.Hub;

/// <summary>The AWS CLI with the environment that <c>orglens local env</c> prints, and nothing else.</summary>
internal static class AwsCommandLine
{
    /// <summary>Runs a line as a shell does, so that it can be the documentation's own.</summary>
    public static async Task<string> RunAsync(RunningHub hub, string workingFolder, string line)
    {
        var start = new ProcessStartInfo("sh", ["-ec", line])
        {
            WorkingDirectory = workingFolder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in hub.Cloud.Environment)
        {
            start.Environment[name] = value;
        }

        using var shell = Process.Start(start)!;
        var error = shell.StandardError.ReadToEndAsync();
        var output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        return shell.ExitCode == 0 ? output : throw new InvalidOperationException($"{line}: {await error}");
    }
}
