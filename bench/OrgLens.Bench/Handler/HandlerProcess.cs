using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using OrgLens.Bench.Cloud;
using OrgLens.Bench.Documents;
using OrgLens.Local.Lambda;
using OrgLens.Local.Provisioning;

namespace OrgLens.Bench.Handler;

/// <summary>Has the published functions load a document from S3, each time in a new execution environment.</summary>
internal sealed class HandlerProcess(BenchCloud cloud, string executable, string template)
{
    public async Task<HandlerFigures> LoadAsync(BenchDocument document, int day, string database, CancellationToken cancellationToken)
    {
        var key = document.KeyOn(day);
        await cloud.UploadAsync(document.Path, key, cancellationToken);
        await using var host = LambdaHost.Create(new LambdaHostOptions
        {
            Command = [Path.GetFullPath(executable)],
            Functions = await FunctionsAsync(database, cancellationToken),
            Environment = ClientEnvironment.OfFunctions(cloud.Endpoint, cloud.Options),
            SqsEndpoint = cloud.Endpoint,
            LogFolder = Path.Combine(cloud.Folder, "logs"),
            Region = cloud.Options.Region,
            AccountId = cloud.Options.AccountId,
        });
        using var slow = cloud.Slow();
        var calls = cloud.Calls;
        var started = Stopwatch.GetTimestamp();
        var result = await host.InvokeAsync("IngestSnapshot", Notification(key), cancellationToken);
        var fromStart = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var payload = Encoding.UTF8.GetString(result.Payload.Span);
        if (!result.IsSuccess || !payload.Contains("Loaded", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"The function did not load {key}: {payload}\n{result.LogTail}");
        }

        var figures = new HandlerFigures(result.Duration.TotalSeconds, fromStart, cloud.Calls - calls, PeakBytes());
        await cloud.DeleteAsync(key.Replace("data/", "loaded/", StringComparison.Ordinal), cancellationToken);
        return figures;
    }

    /// <summary>The functions under the names of their handlers, with the variables that their template gives them.</summary>
    public async Task<IReadOnlyList<FunctionDefinition>> FunctionsAsync(string database, CancellationToken cancellationToken)
    {
        var options = cloud.Options with { Database = database, TemplateValues = new Dictionary<string, string> { ["DatabaseName"] = database } };
        var functions = ServerlessTemplate.ReadFunctions(await File.ReadAllTextAsync(template, cancellationToken), TemplateValues.Of(cloud.Resources, options));
        return [.. functions.Select(function => function with { Name = function.Environment["ANNOTATIONS_HANDLER"] })];
    }

    /// <summary>The event that S3 sends: https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html</summary>
    public ReadOnlyMemory<byte> Notification(string key) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["Records"] = new JsonArray(new JsonObject
        {
            ["eventSource"] = "aws:s3",
            ["eventName"] = "ObjectCreated:Put",
            ["s3"] = new JsonObject
            {
                ["bucket"] = new JsonObject { ["name"] = cloud.Resources.Bucket },
                ["object"] = new JsonObject { ["key"] = key },
            },
        }),
    }.ToJsonString());

    private long PeakBytes()
    {
        var path = Path.GetFullPath(executable);
        foreach (var process in Process.GetProcesses())
        {
            using (process)
            {
                if (FileOf(process) == path)
                {
                    return process.PeakWorkingSet64;
                }
            }
        }

        throw new InvalidOperationException("The function's process is not there to be measured.");
    }

    private static string? FileOf(Process process)
    {
        try
        {
            return process.MainModule?.FileName;
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            // Somebody else's process, or one that has just ended.
            return null;
        }
    }
}
