using Microsoft.CodeAnalysis;

namespace StandIns.Lambda.Tests.Annotations;

public sealed class TemplateSyncTests : IDisposable
{
    private readonly FunctionProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void A_missing_template_is_written_with_every_function()
    {
        var build = _project.Build(
            """
            [assembly: LambdaGlobalProperties(GenerateMain = true)]
            namespace Sample.Receiver;
            public class Functions
            {
                [LambdaFunction(ResourceName = "IngestSnapshots", Timeout = 300, MemorySize = 1024, Policies = "AWSLambdaBasicExecutionRole, @DataPolicy")]
                [SQSEvent("@SnapshotQueue", BatchSize = 20, MaximumBatchingWindowInSeconds = 5, MaximumConcurrency = 4, Filters = "{\"a\":[1]}; {\"b\":[2]}", Enabled = false)]
                [SQSEvent("arn:aws:sqs:eu-west-1:111122223333:dead-letters")]
                public SQSBatchResponse IngestSnapshots(SQSEvent batch) => new();

                [LambdaFunction(Role = "@SenderRole")]
                [S3Event("@Bucket", Events = "s3:ObjectCreated:Put;s3:ObjectRemoved:*", FilterPrefix = "data/", FilterSuffix = ".json")]
                public void Stored(S3Event stored, ILambdaContext context) { }

                [LambdaFunction(Role = "arn:aws:iam::111122223333:role/sweep")]
                [ScheduleEvent("rate(15 minutes)", Description = "finds what was left", Input = "{\"all\":true}")]
                public Task Sweep(ScheduledEvent tick) => Task.CompletedTask;

                [LambdaFunction(PackageType = LambdaPackageType.Image)]
                public void Plain() { }
            }
            """,
            OutputKind.ConsoleApplication);

        Assert.Empty(build.Errors);
        Snapshot.Matches("new.template", _project.Template);
    }

    [Fact]
    public void What_was_written_by_hand_is_kept()
    {
        _project.Template = Handwritten;

        var build = _project.Build(Ingest);

        Assert.Empty(build.Errors);
        Snapshot.Matches("handwritten.template", _project.Template);
    }

    [Fact]
    public void An_event_whose_attribute_is_gone_leaves_with_it_and_a_handwritten_one_stays()
    {
        _project.Template = Handwritten;
        _project.Build(Ingest);

        _project.Build(Ingest.Replace("[SQSEvent(\"@SnapshotQueue\", BatchSize = 10, MaximumConcurrency = 4)]", string.Empty, StringComparison.Ordinal));

        Assert.DoesNotContain("\"Type\": \"SQS\"", _project.Template, StringComparison.Ordinal);
        Assert.DoesNotContain("Synced", _project.Template, StringComparison.Ordinal);
        Assert.Contains("\"Stream\": {", _project.Template, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_attribute_changes_the_event_and_drops_what_it_no_longer_sets()
    {
        _project.Template = Handwritten;
        _project.Build(Ingest);

        _project.Build(Ingest.Replace(
            "\"@SnapshotQueue\", BatchSize = 10, MaximumConcurrency = 4",
            "\"arn:aws:sqs:eu-west-1:111122223333:other\", ResourceName = \"SnapshotQueue\", BatchSize = 5",
            StringComparison.Ordinal));

        Snapshot.Matches("changed.template", _project.Template);
    }

    [Fact]
    public void A_reference_to_a_parameter_is_a_Ref()
    {
        _project.Template = """{ "Parameters": { "SnapshotQueue": { "Type": "String" } } }""";

        _project.Build(Ingest);

        Assert.Contains("\"Queue.Ref\"", _project.Template, StringComparison.Ordinal);
    }

    [Fact]
    public void A_resource_without_the_marker_is_left_alone()
    {
        _project.Template = """{ "Resources": { "IngestSnapshots": { "Type": "AWS::Serverless::Function", "Properties": { "CodeUri": "mine" } } } }""";

        _project.Build(Ingest);

        Assert.Contains("\"CodeUri\": \"mine\"", _project.Template, StringComparison.Ordinal);
        Assert.DoesNotContain("SnapshotQueue", _project.Template, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_that_is_gone_leaves_the_template()
    {
        _project.Build(Ingest.Replace("\"IngestSnapshots\"", "\"Former\"", StringComparison.Ordinal));

        _project.Build(Ingest);

        Assert.DoesNotContain("Former", _project.Template, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_written_when_nothing_changes()
    {
        _project.Build(Ingest);
        _project.Build(Ingest);
        var before = _project.Template;
        File.SetLastWriteTimeUtc(_project.TemplatePath, DateTime.UnixEpoch);

        _project.Build(Ingest);

        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(_project.TemplatePath));
        Assert.Equal(before, _project.Template);
    }

    [Theory]
    [InlineData("public class Broken {")]
    [InlineData("public class Bad { [LambdaFunction(ResourceName = \"not-allowed\")] public void Run() { } }")]
    [InlineData("public class Bad { [SQSEvent(\"@Queue\")] public void Run(SQSEvent batch) { } }")]
    public void Nothing_is_written_when_the_project_has_mistakes(string mistake)
    {
        _project.Build(Ingest + mistake);

        Assert.False(File.Exists(_project.TemplatePath));
    }

    [Fact]
    public void The_template_may_lie_outside_the_project()
    {
        _project.Write("aws-lambda-tools-defaults.json", """{ "template": "../../serverless.template" /* the hub's */ }""");

        _project.Build(Ingest);

        var template = File.ReadAllText(Path.Combine(_project.Folder, "../../serverless.template"));
        Assert.Contains("\"CodeUri\": \"src/Sample\"", template, StringComparison.Ordinal);
        Assert.False(File.Exists(_project.TemplatePath));
    }

    [Fact]
    public void An_own_description_keeps_its_words_and_gets_one_sentence()
    {
        _project.Template = """{ "Description": "The hub. This template is partially managed by Amazon.Lambda.Annotations (v1.0.0.0)." }""";

        _project.Build(Ingest);

        Assert.Contains(
            "\"The hub. This template is partially managed by Amazon.Lambda.Annotations (v2.3.0.0).\"", _project.Template, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sentence_in_the_description_can_be_suppressed()
    {
        _project.Write("Sample.csproj", "<Project><PropertyGroup><AWSSuppressLambdaAnnotationsTelemetry>true</AWSSuppressLambdaAnnotationsTelemetry></PropertyGroup></Project>");

        _project.Build(Ingest);

        Assert.DoesNotContain("Description", _project.Template, StringComparison.Ordinal);
    }

    [Fact]
    public void The_input_of_a_schedule_can_be_a_file()
    {
        _project.Write("tick.json", "{\"from\":\"file\"}");

        _project.Build("""
            namespace Sample;
            public class Functions
            {
                [LambdaFunction]
                [ScheduleEvent("rate(1 day)", Input = "tick.json")]
                public void Sweep(ScheduledEvent tick) { }
            }
            """);

        Assert.Contains("""
            "Input": "{\"from\":\"file\"}"
            """, _project.Template, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_that_is_not_JSON_is_reported_and_left_alone()
    {
        _project.Template = "Resources: {}";

        Assert.Equal(["AWSLambda0001"], _project.Build(Ingest).Errors);
        Assert.Equal("Resources: {}", _project.Template);
    }

    [Fact]
    public void The_generator_has_the_version_of_the_package_it_stands_in_for()
    {
        var version = typeof(Amazon.Lambda.Annotations.Generator.AnnotationsGenerator).Assembly.GetName().Version!.ToString(3);

        Assert.Contains(
            $"Include=\"Amazon.Lambda.Annotations\" Version=\"{version}\"",
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Directory.Packages.props")),
            StringComparison.Ordinal);
    }

    private const string Ingest = """
        namespace Sample;
        public class Ingest
        {
            [LambdaFunction(ResourceName = "IngestSnapshots")]
            [SQSEvent("@SnapshotQueue", BatchSize = 10, MaximumConcurrency = 4)]
            public SQSBatchResponse IngestSnapshots(SQSEvent batch) => new();
        }

        """;

    private const string Handwritten = """
        {
          "AWSTemplateFormatVersion": "2010-09-09",
          "Transform": ["AWS::LanguageExtensions", "AWS::Serverless-2016-10-31"],
          // A comment is lost, as with the official generator.
          "Globals": { "Function": { "Timeout": 60 } },
          "Resources": {
            "SnapshotQueue": { "Type": "AWS::SQS::Queue", "Properties": {} },
            "IngestSnapshots": {
              "Type": "AWS::Serverless::Function",
              "DependsOn": [],
              "Metadata": { "Tool": "Amazon.Lambda.Annotations" },
              "Properties": {
                "Tracing": "Active",
                "MemorySize": 2048,
                "Environment": { "Variables": { "BUCKET": { "Ref": "Bucket" } } },
                "Events": {
                  "Stream": { "Type": "Kinesis", "Properties": { "Stream": "arn", "Factor": 1.50, "Text": "é \u2028 \"q\" \\ /" } }
                }
              }
            }
          },
          "Outputs": { "Empty": [], "Null": null }
        }
        """;
}
