using System.Diagnostics;
using OrgLens.Functions.Tests.Hub;
using OrgLens.Local.Tests.Clients;

namespace OrgLens.Functions.Tests.Template;

/// <summary>cfn-lint on the template as it is written and as CloudFormation sees it: each finds what the other does not.</summary>
public sealed class TemplateLintTests
{
    [Fact]
    public async Task Has_nothing_to_find_fault_with() => Assert.Equal((0, ""), await LintAsync(Repository.Template));

    [Fact]
    public async Task Has_nothing_to_find_fault_with_after_the_transform()
    {
        var transformed = Path.Combine(AppContext.BaseDirectory, "transformed.json");
        var (code, output) = await PythonAsync(Path.Combine(AppContext.BaseDirectory, "Template", "transform.py"), Repository.Template, transformed);
        Assert.True(code == 0, output);

        Assert.Equal((0, ""), await LintAsync(transformed));
    }

    /// <summary>The plain templates.</summary>
    public static TheoryData<string> Templates => [.. Directory.GetFiles(Repository.File("cloudformation"), "*.yaml").Select(file => Path.GetFileName(file)!).Order()];

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task Has_nothing_to_find_fault_with_in_the_plain_templates(string file) => Assert.Equal((0, ""), await LintAsync(Repository.File("cloudformation", file)));

    private static Task<(int Code, string Output)> LintAsync(string template) =>
        PythonAsync("-c", "import sys; from cfnlint.runner import main; sys.exit(main())", template);

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
