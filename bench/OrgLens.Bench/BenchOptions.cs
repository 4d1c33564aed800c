using OrgLens.Bench.Scenarios;

namespace OrgLens.Bench;

/// <summary>What to measure.</summary>
internal sealed record BenchOptions
{
    public static string Usage => $"usage: OrgLens.Bench [--reference DIR] [--only {string.Join('|', ScenarioList.Names)}] [--functions FILE] [--runs N] [--out FILE]";

    /// <summary>A clone of the Python reference; null: it is not measured.</summary>
    public string? Reference { get; init; }

    /// <summary>The one scenario to run; null: all.</summary>
    public string? Only { get; init; }

    /// <summary>The published functions executable.</summary>
    public string Functions { get; init; } = Path.Combine("artifacts", "functions", "OrgLens.Functions");

    /// <summary>How often each load is repeated; medians are reported.</summary>
    public int Runs { get; init; } = 3;

    /// <summary>Where to write the results; null: a file of today's date, if everything was run, else none.</summary>
    public string? Out { get; init; }

    public static BenchOptions? Parse(IReadOnlyList<string> args)
    {
        var options = new BenchOptions();
        for (var i = 0; i < args.Count; i += 2)
        {
            if (i + 1 == args.Count)
            {
                return null;
            }

            var value = args[i + 1];
            switch (args[i])
            {
                case "--reference":
                    options = options with { Reference = value };
                    break;
                case "--only" when ScenarioList.Names.Contains(value):
                    options = options with { Only = value };
                    break;
                case "--functions":
                    options = options with { Functions = value };
                    break;
                case "--runs" when int.TryParse(value, out var runs) && runs > 0:
                    options = options with { Runs = runs };
                    break;
                case "--out":
                    options = options with { Out = value };
                    break;
                default:
                    return null;
            }
        }

        // The reference's scenario has nothing to run without a clone.
        return options.Only == "reference" && options.Reference is null ? null : options;
    }
}
