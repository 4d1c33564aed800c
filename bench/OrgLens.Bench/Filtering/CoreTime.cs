using System.Globalization;
using OrgLens.Local.Processes;

namespace OrgLens.Bench.Filtering;

/// <summary>What a command took on one core.</summary>
/// <param name="Seconds">From its start to its end.</param>
/// <param name="CpuSeconds">Of the processor: what else the machine does is not in it.</param>
/// <param name="Output">The last line that it wrote.</param>
internal sealed record CoreTime(double Seconds, double CpuSeconds, string Output)
{
    /// <summary>Runs a shell command on the machine's last core.</summary>
    public static async Task<CoreTime> OfAsync(string command, CancellationToken cancellationToken)
    {
        var core = (Environment.ProcessorCount - 1).ToString(CultureInfo.InvariantCulture);
        var (code, output) = await SupervisedProcess.RunAsync(
            new ChildCommand(["bash", "-c", $"TIMEFORMAT='took %R %U %S'; time taskset -c {core} {command}"]), cancellationToken);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (code != 0 || lines.FirstOrDefault(line => line.StartsWith("took ", StringComparison.Ordinal)) is not { } took)
        {
            throw new InvalidOperationException($"{command} failed: {output}");
        }

        var figures = took.Split(' ')[1..].Select(figure => double.Parse(figure, CultureInfo.InvariantCulture)).ToArray();
        return new CoreTime(figures[0], figures[1] + figures[2], lines.FirstOrDefault(line => line != took) ?? "");
    }
}
