using OrgLens.Local;

namespace OrgLens.Cli.Hub;

/// <summary>Finds what <c>make build</c> left: the functions executable, and the template that describes the functions.</summary>
internal static class Deliverables
{
    private const string Template = "serverless.template";

    /// <summary>Looks from this program's folder upwards, which is <c>artifacts/cli</c> of a clone or a test's output below it.</summary>
    public static LocalFunctions Find(string? executable = null, string? template = null)
    {
        var above = Above(AppContext.BaseDirectory).ToList();
        template ??= above.Select(folder => Path.Combine(folder, Template)).FirstOrDefault(File.Exists);
        executable ??= above.Select(folder => Path.Combine(folder, "artifacts", "functions", "OrgLens.Functions")).FirstOrDefault(File.Exists);
        if (template is null || executable is null)
        {
            throw new CommandException($"{(template is null ? Template : "The functions executable")} was not found", AppContext.BaseDirectory, "run `make build`, or give --functions and --template");
        }

        return new LocalFunctions([executable], template);
    }

    private static IEnumerable<string> Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            yield return at.FullName;
        }
    }
}
