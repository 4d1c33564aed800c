using System.Runtime.CompilerServices;
using OrgLens.Local.Simulation.Api.Faults;
using OrgLens.Local.Simulation.Services;

namespace OrgLens.Local.Tests.Simulation;

public sealed class DocumentationTests
{
    [Fact]
    public void Names_every_operation_where_it_is_answered()
    {
        var text = File.ReadAllText(Page());
        var tables = text[text.IndexOf("## What is simulated", StringComparison.Ordinal)..].Split("Set up in the emulator");

        Assert.Equal(Rows(isSeeded: false), Documented(tables[0]));
        Assert.Equal(Rows(isSeeded: true), Documented(tables[1]));
    }

    [Fact]
    public void Names_every_fault()
    {
        var text = File.ReadAllText(Page());

        Assert.All(Enum.GetNames<ApiFault>(), fault => Assert.Contains($"`{fault}`", text, StringComparison.Ordinal));
    }

    private static List<string> Rows(bool isSeeded) =>
    [
        .. SimulatedServices.All
            .Select(service => (Name: service.Id ?? service.SigningName, Operations: service.Operations.Where(operation => operation.IsSeeded == isSeeded).Select(operation => operation.Name).ToList()))
            .Where(row => row.Operations.Count > 0)
            .Select(row => $"| {row.Name} | {string.Join(", ", row.Operations)} |").Order(StringComparer.Ordinal),
    ];

    private static List<string> Documented(string table) =>
        [.. table.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal) && !line.StartsWith("| Service ", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static string Page([CallerFilePath] string source = "") => Path.Combine(Path.GetDirectoryName(source)!, "../../../docs/simulation.md");
}
