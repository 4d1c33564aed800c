using System.Diagnostics;
using System.Text.Json.Nodes;
using OrgLens.Functions.Tests.Hub;
using OrgLens.Local.Tests.Clients;

namespace OrgLens.Functions.Tests.Template;

/// <summary>What the templates become in the accounts of a made-up organization (Policies/stacks.json).</summary>
internal static class Stacks
{
    private static readonly Lazy<JsonNode> s_resolved = new(Resolve);

    /// <summary>Folder of the scripts and tables that stacks are made and judged with.</summary>
    public static string Policies { get; } = Path.Combine(AppContext.BaseDirectory, "Template", "Policies");

    /// <summary>File with all resources, for other programs.</summary>
    public static string File { get; } = Path.Combine(AppContext.BaseDirectory, "stacks-resolved.json");

    /// <summary>Every resource with its stack's name and logical id, references resolved.</summary>
    public static IReadOnlyList<StackResource> Resources =>
    [
        .. s_resolved.Value.AsObject().SelectMany(stack => stack.Value!.AsObject().Select(resource => new StackResource(
            stack.Key, resource.Key, (string)resource.Value!["type"]!, (string?)resource.Value["arn"], resource.Value["properties"]!))),
    ];

    /// <summary>Runs a program and returns what it printed.</summary>
    public static string Run(string program, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error.GetAwaiter().GetResult());
        return output;
    }

    private static JsonNode Resolve()
    {
        var output = Run(Python.Path, new Dictionary<string, string>(), Path.Combine(Policies, "resolve.py"), Path.Combine(Policies, "stacks.json"), Repository.Folder);
        System.IO.File.WriteAllText(File, output);
        return JsonNode.Parse(output)!;
    }
}
