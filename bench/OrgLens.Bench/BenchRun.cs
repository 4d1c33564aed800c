using System.Globalization;
using Npgsql;
using OrgLens.Bench.Cloud;
using OrgLens.Bench.Documents;
using OrgLens.Bench.Handler;
using OrgLens.Bench.Results;
using OrgLens.Bench.Scenarios;

namespace OrgLens.Bench;

/// <summary>Runs the scenarios one after the other.</summary>
internal static class BenchRun
{
    public static async Task<int> RunAsync(BenchOptions options, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(".orglens", string.Create(CultureInfo.InvariantCulture, $"bench-{Environment.ProcessId}"));
        try
        {
            await using var cloud = await BenchCloud.StartAsync(folder, cancellationToken);
            var machine = await Machine.DescribeAsync(await VersionAsync(cloud, cancellationToken), options.Functions, CommandOf(options), cancellationToken);
            foreach (var (name, value) in machine)
            {
                Console.WriteLine($"{name,-12}{value}");
            }

            Console.WriteLine();
            var report = new Report();
            var context = new BenchContext(
                cloud, new DocumentShelf(Path.Combine(folder, "documents")), new HandlerProcess(cloud, options.Functions, "serverless.template"), options, report);
            foreach (var scenario in ScenarioList.Of(options))
            {
                await scenario.RunAsync(context, cancellationToken);
            }

            report.Targets.Write(Console.Out);
            if ((options.Out ?? (options.Only is null ? DefaultFile() : null)) is { } file)
            {
                await report.WriteAsync(file, machine);
                Console.WriteLine($"Written to {file}");
            }

            return 0;
        }
        finally
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static string DefaultFile() => Path.Combine("bench", "results", DateTimeOffset.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + ".md");

    private static string CommandOf(BenchOptions options) => options.Reference is null ? "make bench" : "make bench REFERENCE=sample-aws-multi-account-observability";

    private static async Task<string> VersionAsync(BenchCloud cloud, CancellationToken cancellationToken)
    {
        await using var connection = await cloud.OpenAsync("postgres", cancellationToken);
        await using var command = new NpgsqlCommand("show server_version", connection);
        return (string)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
