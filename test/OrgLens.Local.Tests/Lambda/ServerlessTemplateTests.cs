using OrgLens.Local.Lambda;

namespace OrgLens.Local.Tests.Lambda;

public sealed class ServerlessTemplateTests
{
    private const string Template = """
        {
          "Transform": "AWS::Serverless-2016-10-31",
          "Parameters": { "LogLevel": { "Type": "String", "Default": "Information" } },
          "Globals": { "Function": { "Timeout": 20, "Environment": { "Variables": { "SHARED": "yes", "MODE": "global" } } } },
          "Resources": {
            "Queue": { "Type": "AWS::SQS::Queue" },
            "Ingest": {
              "Type": "AWS::Serverless::Function",
              "Metadata": { "Tool": "Amazon.Lambda.Annotations" },
              "Properties": {
                "Handler": "OrgLens.Functions",
                "MemorySize": 512,
                "Timeout": 300,
                "Environment": { "Variables": {
                  "ANNOTATIONS_HANDLER": "Ingest",
                  "MODE": "own",
                  "QUEUE": { "Ref": "Queue" },
                  "ARN": { "Fn::GetAtt": ["Queue", "Arn"] },
                  "LEVEL": { "Ref": "LogLevel" },
                  "TEXT": { "Fn::Sub": "${Queue.Arn}/${AWS::Region}/${!Literal}" }
                } },
                "Events": {
                  "Snapshots": { "Type": "SQS", "Properties": {
                    "Queue": { "Fn::GetAtt": "Queue.Arn" },
                    "BatchSize": 25,
                    "MaximumBatchingWindowInSeconds": 2,
                    "ScalingConfig": { "MaximumConcurrency": 3 },
                    "FunctionResponseTypes": ["ReportBatchItemFailures"]
                  } },
                  "Off": { "Type": "SQS", "Properties": { "Queue": { "Fn::GetAtt": "Queue.Arn" }, "Enabled": false } },
                  "Daily": { "Type": "Schedule", "Properties": { "Schedule": "rate(1 day)" } }
                }
              }
            },
            "Plain": { "Type": "AWS::Serverless::Function", "Properties": { "FunctionName": "plain-name" } }
          }
        }
        """;

    private static readonly Dictionary<string, string> s_values = new()
    {
        ["Queue"] = "http://queue",
        ["Queue.Arn"] = "arn:aws:sqs:eu-west-1:1:q",
        ["AWS::Region"] = "eu-west-1",
    };

    [Fact]
    public void Reads_functions_with_their_references_resolved()
    {
        var function = ServerlessTemplate.ReadFunctions(Template, s_values).Single(f => f.Name == "Ingest");

        Assert.Equal((300, 512, "OrgLens.Functions"), ((int)function.Timeout.TotalSeconds, function.MemorySize, function.Handler));
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["SHARED"] = "yes",
                ["MODE"] = "own",
                ["ANNOTATIONS_HANDLER"] = "Ingest",
                ["QUEUE"] = "http://queue",
                ["ARN"] = "arn:aws:sqs:eu-west-1:1:q",
                ["LEVEL"] = "Information",
                ["TEXT"] = "arn:aws:sqs:eu-west-1:1:q/eu-west-1/${Literal}",
            },
            function.Environment);
    }

    [Fact]
    public void Reads_enabled_queues_and_no_other_events()
    {
        var function = ServerlessTemplate.ReadFunctions(Template, s_values).Single(f => f.Name == "Ingest");

        Assert.Equal(
            new SqsEventSource("arn:aws:sqs:eu-west-1:1:q")
            {
                BatchSize = 25,
                BatchingWindow = TimeSpan.FromSeconds(2),
                MaximumConcurrency = 3,
                ReportsItemFailures = true,
            },
            Assert.Single(function.Queues));
    }

    [Fact]
    public void Falls_back_on_globals_and_defaults()
    {
        var function = ServerlessTemplate.ReadFunctions(Template, s_values).Single(f => f.Name == "plain-name");

        Assert.Equal((20, 128), ((int)function.Timeout.TotalSeconds, function.MemorySize));
        Assert.Equal("global", function.Environment["MODE"]);
        Assert.Empty(function.Queues);
    }

    [Fact]
    public void Names_a_reference_that_has_no_local_value()
    {
        var error = Assert.Throws<LocalCloudException>(() => ServerlessTemplate.ReadFunctions(Template, new Dictionary<string, string>()));

        Assert.Contains("Queue", error.Message, StringComparison.Ordinal);
    }
}
