using Microsoft.CodeAnalysis;

namespace StandIns.Lambda.Tests.Annotations;

internal sealed record FunctionBuild(GeneratorDriverRunResult Result, Compilation Output)
{
    /// <summary>The ids of what the generator refuses.</summary>
    public IEnumerable<string> Errors => Result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Id).Distinct();

    public IEnumerable<string> CompilerErrors => Output.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString());

    public string Source(string file) => Result.GeneratedTrees.Single(tree => Path.GetFileName(tree.FilePath) == file).ToString();
}
