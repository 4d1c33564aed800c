using OrgLens.Bench.Results;
using OrgLens.Bench.StartUp;
using OrgLens.Local.Provisioning;

namespace OrgLens.Bench.Scenarios;

/// <summary>From the start of the published executable's process to its first answer, seen from the Runtime API.</summary>
internal sealed class StartUpScenario : IScenario
{
    private const int Runs = 10;

    public string Name => "start";

    public async Task RunAsync(BenchContext context, CancellationToken cancellationToken)
    {
        var document = context.Documents.OfTotal(200);
        var executable = context.Options.Functions;
        var empty = new List<double>();
        var idle = new List<StartUpTimes>();
        var loads = await context.RepeatAsync(
            Runs,
            async database =>
            {
                var batch = await VariablesAsync("IngestSnapshots", database);
                empty.Add(await StartUpProbe.MeasureEmptyAsync(executable, batch, cancellationToken));
                idle.Add(await StartUpProbe.MeasureAsync(executable, batch, "IngestSnapshots", """{"Records":[]}"""u8.ToArray(), cancellationToken));
                await context.Cloud.UploadAsync(document.Path, document.KeyOn(15), cancellationToken);
                using var slow = context.Cloud.Slow();
                return await StartUpProbe.MeasureAsync(
                    executable, await VariablesAsync("IngestSnapshot", database), "IngestSnapshot", context.Handler.Notification(document.KeyOn(15)), cancellationToken);
            },
            cancellationToken);
        var runtime = Median.Of(empty, ms => ms);
        var asked = Median.Of([.. idle, .. loads], times => times.Asked);
        var answered = Median.Of(idle, times => times.Answered - times.Asked);
        var loaded = Median.Of(loads, times => times.Answered - times.Asked);
        context.Report.Add(new ResultTable(
            $"Process start to first answer ({(ReadyToRun.IsCompiled(executable) ? "ReadyToRun" : "not ReadyToRun")})",
            ["", "took", "since the start"],
            [
                ["runtime: host, CLR, Main", Show.Milliseconds(runtime), Show.Milliseconds(runtime)],
                ["Startup: services, provider, Runtime API client, up to its first question", Show.Milliseconds(asked - runtime), Show.Milliseconds(asked)],
                ["first call, an empty batch: the handler with all its services, no AWS", Show.Milliseconds(answered), Show.Milliseconds(asked + answered)],
                ["first call, a document of 200 rows: S3, Data API, move", Show.Milliseconds(loaded), Show.Milliseconds(asked + loaded)],
            ],
            $"Medians of {Runs}. The runtime's share is a run that finds no handler of the name asked for and ends, its end included."));

        async Task<Dictionary<string, string>> VariablesAsync(string function, string database)
        {
            var variables = ClientEnvironment.OfFunctions(context.Cloud.Endpoint, context.Cloud.Options);
            variables["AWS_REGION"] = context.Cloud.Options.Region;
            foreach (var (name, value) in (await context.Handler.FunctionsAsync(database, cancellationToken)).Single(f => f.Name == function).Environment)
            {
                variables[name] = value;
            }

            return variables;
        }
    }
}
