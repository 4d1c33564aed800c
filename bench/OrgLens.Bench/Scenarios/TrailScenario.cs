using System.Text.Json;
using OrgLens.Bench.Filtering;
using OrgLens.Bench.Results;

namespace OrgLens.Bench.Scenarios;

/// <summary>Trail files of a gigabyte of text, one record in a hundred wanted: how much slower than only taking their compression off?</summary>
internal sealed class TrailScenario : IScenario
{
    private const string Python =
        "import gzip,json,resource,sys; wanted={'RunInstances','ProvisionProduct','GetDashboard','ModifyDBInstance','UpdateFunctionCode20150331v2'}; counts=[0,0]\n" +
        "for path in sys.argv[1:]:\n" +
        "    for record in json.load(gzip.open(path))['Records']:\n" +
        "        counts[0]+=1; counts[1]+=record['eventName'] in wanted\n" +
        "print(*counts, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)";

    public string Name => "trail";

    public async Task RunAsync(BenchContext context, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(context.Cloud.Folder, "trail");
        TrailFolder.Write(folder);
        var task = new FilterTask(folder, Path.Combine(context.Cloud.Folder, "filtered.json"));
        var ours = new List<CoreTime>();
        var zcat = new List<CoreTime>();
        for (var i = 0; i < context.Options.Runs; i++)
        {
            zcat.Add(await CoreTime.OfAsync($"zcat {folder}/*.json.gz >/dev/null", cancellationToken));
            ours.Add(await CoreTime.OfAsync($"{Self()} filter '{JsonSerializer.Serialize(task, FilteringJson.Default.FilterTask)}'", cancellationToken));
        }

        var python = await CoreTime.OfAsync($"python3 -c \"{Python}\" {folder}/*.json.gz", cancellationToken);
        var figures = JsonSerializer.Deserialize(await File.ReadAllTextAsync(task.Out, cancellationToken), FilteringJson.Default.FilterFigures)!;
        var counted = python.Output.Split(' ');
        if (counted[0] != $"{figures.Records}" || counted[1] != $"{figures.Wanted}")
        {
            throw new InvalidOperationException($"The filters disagree: {python.Output} against {figures}");
        }

        var (filter, inflate) = (Median.By(ours, run => run.CpuSeconds), Median.By(zcat, run => run.CpuSeconds));
        var ratio = inflate.CpuSeconds / filter.CpuSeconds;
        context.Report.Add(new ResultTable(
            $"Filtering {Show.Count(figures.Records)} records ({Show.Megabytes(figures.Bytes)} of text, {Show.Megabytes(Directory.GetFiles(folder).Sum(file => new FileInfo(file).Length))} compressed) on one core",
            ["", "time", "CPU", "MB/s of text", "wanted", "peak memory"],
            [
                Row("zcat to nowhere", inflate, figures.Bytes, "", ""),
                Row("filter", filter, figures.Bytes, Show.Count(figures.Wanted), Show.Megabytes(figures.PeakBytes)),
                Row("Python, json.load", python, figures.Bytes, counted[1], Show.Megabytes(1024.0 * double.Parse(counted[2], System.Globalization.CultureInfo.InvariantCulture))),
            ],
            $"Medians of {context.Options.Runs} by CPU time, Python once; each a process of its own from start to end, pinned to one core. The files: one of 500 MB and twenty of 25 MB of text. The filter reads, decides and makes the envelopes of the wanted records; nothing is sent. MB/s are by CPU time."));
        context.Report.Add("trail: at least 70 % of zcat's throughput", $"{Show.Times(ratio)} (filter {Show.Seconds(filter.CpuSeconds)}, zcat {Show.Seconds(inflate.CpuSeconds)} of CPU)", ratio >= 0.7);
        context.Report.Add("trail: filter's peak memory under 64 MB", Show.Megabytes(figures.PeakBytes), figures.PeakBytes < 64_000_000);
    }

    private static string Self()
    {
        var program = Environment.ProcessPath!;
        return Path.GetFileNameWithoutExtension(program) == "dotnet" ? $"{program} {typeof(TrailScenario).Assembly.Location}" : program;
    }

    private static IReadOnlyList<string> Row(string name, CoreTime time, long bytes, string wanted, string memory) =>
        [name, Show.Seconds(time.Seconds), Show.Seconds(time.CpuSeconds), Show.Count(bytes / 1e6 / time.CpuSeconds), wanted, memory];
}
