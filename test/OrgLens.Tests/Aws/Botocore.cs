using System.Diagnostics;
using System.Text.Json.Nodes;

namespace OrgLens.Tests.Aws;

/// <summary>Asks botocore, an implementation of AWS's protocols that shares nothing with the SDK.</summary>
internal static class Botocore
{
    /// <summary>Runs a function of <c>botocore_check.py</c>.</summary>
    public static async Task<JsonNode> AskAsync(string function, JsonObject arguments)
    {
        arguments["command"] = function;
        using var python = Process.Start(new ProcessStartInfo(FindPython(), [Path.Combine(AppContext.BaseDirectory, "Aws", "botocore_check.py")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = python.StandardError.ReadToEndAsync();
        await python.StandardInput.WriteAsync(arguments.ToJsonString());
        python.StandardInput.Close();
        var output = await python.StandardOutput.ReadToEndAsync();
        await python.WaitForExitAsync();
        return python.ExitCode == 0 ? JsonNode.Parse(output)! : throw new InvalidOperationException(await error);
    }

    // moto brings botocore along: the one of the set-up, or the machine's.
    private static string FindPython()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, ".venv", "bin", "python3");
            if (File.Exists(candidate))
            {
                return candidate;
            }
        }

        return "python3";
    }
}
