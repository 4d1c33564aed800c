using System.Diagnostics;
using OrgLens.Functions.Tests.Hub;
using OrgLens.Local.Tests.Clients;

namespace OrgLens.Functions.Tests.Template;

/// <summary>cfn-lint on the template as it is written and as CloudFormation sees it: each finds what the other does not.</summary>
public sealed class TemplateLintTests
{
    /// <summary>One run over all of them: starting it takes longer than reading a template.</summary>
    [Fact]
    public async Task Finds_no_fault_with_any_template()
    {
        var transformed = Path.Combine(AppContext.BaseDirectory, "transformed.json");
        var (code, output) = await PythonAsync(Path.Combine(AppContext.BaseDirectory, "Template", "transform.py"), Repository.Template, transformed);
        Assert.True(code == 0, output);
        var plain = Directory.GetFiles(Repository.File("cloudformation"), "*.yaml");
        Assert.NotEmpty(plain);

        Assert.Equal((0, ""), await PythonAsync(["-c", "import sys; from cfnlint.runner import main; sys.exit(main())", Repository.Template, transformed, .. plain]));
    }

    // cfn-lint and the SAM translator come with moto's server.
    private static async Task<(int Code, string Output)> PythonAsync(params string[] arguments)
    {
        using var python = Process.Start(new ProcessStartInfo(Python.Path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = python.StandardError.ReadToEndAsync();
        var output = await python.StandardOutput.ReadToEndAsync();
        await python.WaitForExitAsync();
        return (python.ExitCode, python.ExitCode == 0 ? output : output + await error);
    }
}
