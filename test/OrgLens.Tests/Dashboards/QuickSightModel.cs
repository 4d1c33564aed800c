using System.Diagnostics;
using System.Text.Json.Nodes;
using OrgLens.Local.Tests.Clients;

namespace OrgLens.Tests.Dashboards;

/// <summary>QuickSight's service model, as botocore ships it, says what is wrong with definitions.</summary>
internal static class QuickSightModel
{
    /// <summary>Everything that is wrong, a line each; empty when nothing is.</summary>
    public static async Task<string> ProblemsAsync(params IEnumerable<(string Name, string Shape, JsonNode Value)> definitions)
    {
        var list = new JsonArray([.. definitions.Select(item => new JsonObject { ["name"] = item.Name, ["shape"] = item.Shape, ["value"] = item.Value.DeepClone() })]);
        using var python = Process.Start(new ProcessStartInfo(Python.Path, [Path.Combine(AppContext.BaseDirectory, "Dashboards", "quicksight_check.py")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = python.StandardError.ReadToEndAsync();
        await python.StandardInput.WriteAsync(list.ToJsonString());
        python.StandardInput.Close();
        var output = await python.StandardOutput.ReadToEndAsync();
        await python.WaitForExitAsync();
        return python.ExitCode == 0 ? output.Trim() : throw new InvalidOperationException(await error);
    }
}
