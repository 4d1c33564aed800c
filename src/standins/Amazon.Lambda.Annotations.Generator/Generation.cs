using System.Collections.Immutable;
using System.Text;
using Amazon.Lambda.Annotations.Generator.Model;
using Amazon.Lambda.Annotations.Generator.Source;
using Amazon.Lambda.Annotations.Generator.Templates;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Amazon.Lambda.Annotations.Generator;

/// <summary>One run of the generator over one compilation.</summary>
internal sealed class Generation(
    SourceProductionContext output,
    ImmutableArray<FunctionModel> functions,
    ImmutableArray<StartupModel> startups,
    bool hasMain,
    ProjectModel project,
    string targetFramework,
    bool hasOrphanEvents)
{
    private static readonly string[] _runtimes = ["provided.al2", "provided.al2023", "dotnet8", "dotnet10"];

    private StartupModel? Startup => startups.FirstOrDefault(startup => startup.IsUsed && startup == startups[0]);

    private string Runtime => project.Runtime ?? (targetFramework == "net8.0" ? "dotnet8" : "dotnet10");

    public void Run()
    {
        // A project that does not parse leaves the template alone, and its generated code would only add noise.
        if (project.HasSyntaxErrors)
        {
            return;
        }

        try
        {
            Generate();
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            Report(new Problem(Rules.Unhandled, null, e.Message));
        }
    }

    private void Generate()
    {
        if (ProjectProblem() is { } problem)
        {
            Report(problem);
            return;
        }

        ReportStartups();
        var valid = functions.Where(IsValid).ToList();
        foreach (var function in valid)
        {
            AddSource($"{function.GeneratedClass}.g.cs", HandlerSource.Write(function, Startup, project));
        }

        if (!project.GeneratesMain || AddProgram(valid))
        {
            var canSync = valid.Count == functions.Length && !hasOrphanEvents;
            if (canSync && ProjectFiles.Above(project.FirstClassPath) is { } files && (valid.Count > 0 || files.TemplateExists))
            {
                SyncTemplate(files, valid);
            }
        }
    }

    private Problem? ProjectProblem() =>
        !_runtimes.Contains(Runtime) ? new Problem(Rules.InvalidRuntime, null, Runtime)
        : project.GeneratesMain && !project.IsConsole ? new Problem(Rules.NotExecutable, null)
        : null;

    private void ReportStartups()
    {
        if (startups.Length > 1)
        {
            AnnotationsGenerator.Report(output, startups.Select(startup => new Problem(Rules.SeveralStartups, startup.Where, startup.Type)));
        }

        if (Startup is { HasConfigureServices: true, HasConfigureHostBuilder: true } both)
        {
            Report(new Problem(Rules.TwoConfigureMethods, both.Where, both.Type));
        }
    }

    private bool IsValid(FunctionModel function)
    {
        var problems = FunctionCheck.Problems(function, project, project.GeneratesMain).ToList();
        AnnotationsGenerator.Report(output, problems);
        return problems.Count == 0;
    }

    private bool AddProgram(List<FunctionModel> valid)
    {
        var problem = !project.References.Contains("Amazon.Lambda.RuntimeSupport")
            ? new Problem(Rules.MissingPackage, null, "Amazon.Lambda.RuntimeSupport")
            : hasMain ? new Problem(Rules.MainExists, null)
            : valid.Count == 0 ? new Problem(Rules.NoFunctions, null)
            : null;
        if (problem is not null)
        {
            Report(problem);
            return false;
        }

        output.AddSource("Program.g.cs", SourceText.From(ProgramSource.Write(valid, project), Encoding.UTF8, SourceHashAlgorithm.Sha256));
        return true;
    }

    private void SyncTemplate(ProjectFiles files, List<FunctionModel> valid)
    {
        var before = files.ReadTemplate();
        if (before.TrimStart('\uFEFF', ' ', '\t', '\r', '\n') is { Length: > 0 } text && text[0] != '{')
        {
            throw new FormatException($"{files.Template} is not JSON; YAML templates need the official package.");
        }

        var target = new TemplateTarget(files.CodeUri, Runtime, project.GeneratesMain, files.IsTelemetrySuppressed, files.Directory);
        var after = TemplateSync.Apply(before, valid, target);
        if (after != before)
        {
            files.WriteTemplate(after);
        }

        Report(new Problem(Rules.Generated, null, files.Template, after));
    }

    private void AddSource(string name, string source)
    {
        output.AddSource(name, SourceText.From(source, Encoding.UTF8, SourceHashAlgorithm.Sha256));
        Report(new Problem(Rules.Generated, null, name, source));
    }

    private void Report(Problem problem) => output.ReportDiagnostic(problem.ToDiagnostic());
}
