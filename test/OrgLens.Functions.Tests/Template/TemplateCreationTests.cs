using System.Text.Json.Nodes;
using OrgLens.Local.Tests.Clients;

namespace OrgLens.Functions.Tests.Template;

/// <summary>Stacks on moto's CloudFormation, which knows some types of resources and leaves out others without a word.</summary>
public sealed class TemplateCreationTests
{
    [Fact]
    public void Everything_is_made_that_the_emulator_can_make()
    {
        Assert.NotEmpty(Stacks.Resources);
        var report = JsonNode.Parse(Stacks.Run(
            Python.Path, new Dictionary<string, string> { ["PYTHONWARNINGS"] = "ignore" }, Path.Combine(Stacks.Policies, "create.py"), Stacks.File))!.AsObject();

        Assert.Equal(Stacks.Resources.Select(resource => resource.Stack).Distinct().Order(), report.Select(stack => stack.Key).Order());
        Assert.All(report, stack =>
        {
            Assert.Equal("CREATE_COMPLETE", (string?)stack.Value!["status"]);
            Assert.Empty(stack.Value["missing"]!.AsArray());
            Assert.True((int)stack.Value["made"]! > 0, stack.Key);
        });
    }
}
