using OrgLens.Functions.Tests.Hub;

namespace OrgLens.Functions.Tests.Template;

/// <summary>docs/deploy.md says what the templates say.</summary>
public sealed class DeployDocumentTests
{
    private static readonly string s_text = File.ReadAllText(Repository.File("docs", "deploy.md"));

    private static readonly string[] s_lines = s_text.Split('\n');

    public static TheoryData<string> Functions => [.. HubTemplate.Functions.Keys];

    [Fact]
    public void Names_every_parameter_and_output_of_the_hub() => Assert.Empty(
        TemplateFiles.Members("Parameters").Concat(TemplateFiles.Members("Outputs"))
            .Where(member => member.File == "serverless.template" && !Names(s_text, member.Name))
            .Select(member => member.Name));

    [Fact]
    public void Names_every_parameter_of_a_spoke() => Assert.Empty(
        TemplateFiles.Members("Parameters").Where(member => member.File is "spoke.yaml" or "spoke-region.yaml" && !Names(s_text, member.Name)).Select(member => member.Name));

    [Theory]
    [InlineData("quicksight.yaml")]
    [InlineData("receiver-ec2.yaml")]
    [InlineData("trail.yaml")]
    public void Gives_a_command_every_parameter_that_has_no_default(string file)
    {
        var command = s_text.Split("--template-file cloudformation/").Single(part => part.StartsWith(file, StringComparison.Ordinal)).Split("```")[0];

        Assert.Empty(TemplateFiles.Members("Parameters")
            .Where(member => member.File == file && member.Definition["Default"] is null && !command.Contains(member.Name + "=", StringComparison.Ordinal))
            .Select(member => member.Name));
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Lists_what_a_function_may_and_nothing_else(string function)
    {
        var row = s_lines.Single(line => line.StartsWith('|') && Names(line.Split('|')[1], function) && Actions(line).Any());
        // A row may be about what the row above is about, and more.
        var said = Actions(row.Contains("as those", StringComparison.Ordinal) ? row + s_lines[Array.IndexOf(s_lines, row) - 1] : row);
        var granted = HubTemplate.StatementsOf(function)
            .Where(statement => (string?)statement["Sid"] != "CollectAccount")
            .SelectMany(HubTemplate.ActionsOf)
            .Where(action => !action.StartsWith("logs:", StringComparison.Ordinal) && !action.StartsWith("xray:", StringComparison.Ordinal));

        Assert.Equal(granted.Distinct().Order(StringComparer.Ordinal), said.Distinct().Order(StringComparer.Ordinal));
    }

    private static bool Names(string text, string name) => text.Contains($"`{name}`", StringComparison.Ordinal);

    private static IEnumerable<string> Actions(string row) =>
        row.Split('`').Where((part, index) => index % 2 == 1 && part.Contains(':', StringComparison.Ordinal) && !part.Contains('/', StringComparison.Ordinal));
}
