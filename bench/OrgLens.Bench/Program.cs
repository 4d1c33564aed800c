using OrgLens.Bench;
using OrgLens.Bench.Collecting;
using OrgLens.Bench.Copy;
using OrgLens.Bench.Filtering;
using OrgLens.Bench.Loading;

// Each measured load has a process of its own, so that its memory is its own: this program again, with one of these words.
switch (args)
{
    case ["load", var task]:
        return await LoadProcess.RunAsync(task);
    case ["copy", var task]:
        return await CopyProcess.RunAsync(task);
    case ["collect", var task]:
        return await CollectProcess.RunAsync(task);
    case ["filter", var task]:
        return await FilterProcess.RunAsync(task);
    default:
        if (BenchOptions.Parse(args) is not { } options)
        {
            Console.Error.WriteLine(BenchOptions.Usage);
            return 2;
        }

        using (var interrupt = new CancellationTokenSource())
        {
            Console.CancelKeyPress += (_, e) =>
            {
                e.Cancel = true;
                interrupt.Cancel();
            };
            return await BenchRun.RunAsync(options, interrupt.Token);
        }
}
