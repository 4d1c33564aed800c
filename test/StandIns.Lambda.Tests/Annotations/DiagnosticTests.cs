using Microsoft.CodeAnalysis;

namespace StandIns.Lambda.Tests.Annotations;

public sealed class DiagnosticTests : IDisposable
{
    private const string Main = "[assembly: LambdaGlobalProperties(GenerateMain = true)]\n";

    private readonly FunctionProject _project = new();

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("AWSLambda0102", "[LambdaFunction] [SQSEvent(\"@Q\")] [S3Event(\"@B\")] public void F(SQSEvent e) { }")]
    [InlineData("AWSLambda0106", "[LambdaFunction(ResourceName = \"a-b\")] public void F() { }")]
    [InlineData("AWSLambda0116", "[LambdaFunction] [SQSEvent(\"@Q\", BatchSize = 11)] public void F(SQSEvent e) { }")]
    [InlineData("AWSLambda0116", "[LambdaFunction] [SQSEvent(\"@Q\", BatchSize = 0)] public void F(SQSEvent e) { }")]
    [InlineData("AWSLambda0116", "[LambdaFunction] [SQSEvent(\"@Q\", MaximumConcurrency = 1)] public void F(SQSEvent e) { }")]
    [InlineData("AWSLambda0116", "[LambdaFunction] [SQSEvent(\"@Q\", MaximumBatchingWindowInSeconds = 301)] public void F(SQSEvent e) { }")]
    [InlineData("AWSLambda0116", "[LambdaFunction] [SQSEvent(\"queue\")] public void F(SQSEvent e) { }")]
    [InlineData("AWSLambda0116", "[LambdaFunction] [SQSEvent(\"arn:aws:sqs:r:1:q.fifo\", MaximumBatchingWindowInSeconds = 1)] public void F(SQSEvent e) { }")]
    [InlineData("AWSLambda0116", "[LambdaFunction] [SQSEvent(\"@Q\", ResourceName = \"a b\")] public void F(SQSEvent e) { }")]
    [InlineData("AWSLambda0117", "[LambdaFunction] [SQSEvent(\"@Q\")] public void F(string e) { }")]
    [InlineData("AWSLambda0117", "[LambdaFunction] [SQSEvent(\"@Q\")] public string F(SQSEvent e) => null;")]
    [InlineData("AWSLambda0117", "[LambdaFunction] [SQSEvent(\"@Q\")] public void F(SQSEvent e, [FromServices] string s) { }")]
    [InlineData("AWSLambda0117", "[LambdaFunction] [ScheduleEvent(\"rate(1 day)\")] public SQSBatchResponse F(ScheduledEvent e) => null;")]
    [InlineData("AWSLambda0129", "[ScheduleEvent(\"rate(1 day)\")] public void F(ScheduledEvent e) { }")]
    [InlineData("AWSLambda0136", "[LambdaFunction] [S3Event(\"bucket\")] public void F(S3Event e) { }")]
    [InlineData("AWSLambda0136", "[LambdaFunction] [S3Event(\"@B\")] [S3Event(\"@B\")] public void F(S3Event e) { }")]
    [InlineData("AWSLambda0139", "[LambdaFunction] [ScheduleEvent(\"every day\")] public void F(ScheduledEvent e) { }")]
    public void A_mistake_in_a_function_is_reported(string id, string function) =>
        Assert.Equal([id], _project.Build($"namespace Sample; public class C {{ {function} }}").Errors);

    [Fact]
    public void Two_startups_are_reported() => Assert.Equal(["AWSLambda0101"], _project.Build(
        "namespace Sample; [LambdaStartup] public class A { } [LambdaStartup] public class B { }").Errors);

    [Fact]
    public void Two_ways_to_configure_are_reported() => Assert.Equal(["AWSLambda0119"], _project.Build("""
        namespace Sample;
        [LambdaStartup]
        public class Startup
        {
            public void ConfigureServices(Microsoft.Extensions.DependencyInjection.IServiceCollection services) { }
            public object ConfigureHostBuilder() => null;
        }
        """).Errors);

    [Fact]
    public void A_missing_event_package_is_reported_by_assembly_name() => Assert.Equal(["AWSLambda0104"], _project.Build(
        "namespace Sample; public class C { [LambdaFunction] [SQSEvent(\"@Q\")] public void F(SQSEvent e) { } }",
        withoutPackages: "Amazon.Lambda.SQSEvents").Errors);

    [Fact]
    public void A_missing_runtime_package_is_reported() => Assert.Equal(["AWSLambda0104"], _project.Build(
        Main + "namespace Sample; public class C { [LambdaFunction] public void F() { } }",
        OutputKind.ConsoleApplication,
        withoutPackages: "Amazon.Lambda.RuntimeSupport").Errors);

    [Fact]
    public void A_missing_serializer_is_reported() => Assert.Equal(["AWSLambda0108"], _project.Build(
        "namespace Sample; public class C { [Amazon.Lambda.Annotations.LambdaFunction] public void F() { } }", preamble: string.Empty).Errors);

    [Fact]
    public void Main_in_a_library_is_reported() => Assert.Equal(["AWSLambda0111"], _project.Build(Main).Errors);

    [Fact]
    public void An_unknown_runtime_is_reported() => Assert.Equal(
        ["AWSLambda0112"], _project.Build("[assembly: LambdaGlobalProperties(Runtime = \"dotnet6\")]").Errors);

    [Fact]
    public void Main_without_functions_is_reported() => Assert.Equal(
        ["AWSLambda0113"], _project.Build(Main, OutputKind.ConsoleApplication).Errors);

    [Fact]
    public void A_second_Main_is_reported() => Assert.Equal(["AWSLambda0114"], _project.Build(
        Main + "namespace Sample; public class C { public static void Main() { } [LambdaFunction] public void F() { } }",
        OutputKind.ConsoleApplication).Errors);

    [Fact]
    public void A_handler_that_Lambda_would_cut_off_is_reported() => Assert.Equal(["AWSLambda0118"], _project.Build(
        $"namespace Sample; public class C {{ [LambdaFunction] public void {new string('F', 127)}() {{ }} }}").Errors);

    [Fact]
    public void Generated_files_are_told_as_information() => Assert.All(
        _project.Build("namespace Sample; public class C { [LambdaFunction] public void F() { } }").Result.Diagnostics,
        diagnostic => Assert.Equal(("AWSLambda0103", DiagnosticSeverity.Info), (diagnostic.Id, diagnostic.Severity)));
}
