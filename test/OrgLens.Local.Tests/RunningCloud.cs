using OrgLens.Local.Simulation;
using OrgLens.Local.Tests.Clients;

namespace OrgLens.Local.Tests;

/// <summary>A local cloud with functions that obey their events in place of the real ones.</summary>
public sealed class RunningCloud : IAsyncLifetime
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("orglens-cloud-").FullName;

    public string RecordsFile => Path.Combine(Folder, "records.jsonl");

    public LocalCloud Cloud { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var template = Path.Combine(Folder, "serverless.template");
        await File.WriteAllTextAsync(template, $$"""
            { "Resources": {
                "MigrateDatabase": { "Type": "AWS::Serverless::Function", "Properties": { "Timeout": 30 } },
                "IngestSnapshots": { "Type": "AWS::Serverless::Function", "Properties": {
                  "Timeout": 30,
                  "Environment": { "Variables": { "RECORDS_FILE": "{{RecordsFile}}", "BUCKET": { "Fn::GetAtt": ["Hub", "Outputs.S3BucketName"] } } },
                  "Events": { "Snapshots": { "Type": "SQS", "Properties": {
                    "Queue": { "Fn::GetAtt": ["SnapshotQueue", "Arn"] }, "FunctionResponseTypes": ["ReportBatchItemFailures"] } } } } } } }
            """);
        Cloud = await LocalCloud.StartAsync(new LocalCloudOptions
        {
            StateFolder = Path.Combine(Folder, "state"),
            Port = 0,
            IsDurable = false,
            MigrationFunction = "MigrateDatabase",
            Simulation = new SimulationOptions(new SimulationPlan { Accounts = 2, Days = 1, Start = new DateOnly(2026, 11, 1) }),
            Functions = new LocalFunctions(["/usr/bin/env", Python.Path, Path.Combine(AppContext.BaseDirectory, "Lambda", "fake_runtime.py")], template),
        });
    }

    public async Task DisposeAsync()
    {
        await Cloud.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
