using Microsoft.CodeAnalysis;

namespace StandIns.Lambda.Tests.Annotations;

public sealed class HandlerTests : IDisposable
{
    private readonly FunctionProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void A_function_without_a_startup_is_made_by_its_constructor()
    {
        var build = _project.Build("""
            namespace Sample.Sender;
            public class Collect
            {
                [LambdaFunction]
                public string Run(string input, ILambdaContext context) => input;
            }
            """);

        Assert.Empty(build.CompilerErrors);
        Snapshot.Matches("Collect_Run_Generated.g.cs", build.Source("Collect_Run_Generated.g.cs"));
    }

    [Fact]
    public void A_startup_gives_each_invocation_a_scope_of_services()
    {
        var build = _project.Build(Startup + """
            public class Ingest
            {
                [LambdaFunction]
                [SQSEvent("@Queue")]
                public async Task<SQSBatchResponse> IngestSnapshots(SQSEvent batch, ILambdaContext context)
                {
                    await Task.Yield();
                    return new SQSBatchResponse();
                }
            }
            """);

        Assert.Empty(build.CompilerErrors);
        Snapshot.Matches("Ingest_IngestSnapshots_Generated.g.cs", build.Source("Ingest_IngestSnapshots_Generated.g.cs"));
    }

    [Fact]
    public void A_plain_function_gets_services_as_parameters()
    {
        var build = _project.Build(Startup + """
            public class Migrate
            {
                [LambdaFunction]
                public Task MigrateDatabase([FromServices] System.Uri database, string[] request) => Task.CompletedTask;
            }
            """);

        Assert.Empty(build.CompilerErrors);
        var source = build.Source("Migrate_MigrateDatabase_Generated.g.cs");
        Assert.Contains("MigrateDatabase(string[] __request__)", source, StringComparison.Ordinal);
        Assert.Contains("await migrate.MigrateDatabase(database, __request__);", source, StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_builder_supplies_the_services_and_its_host_is_started()
    {
        var build = _project.Build("""
            namespace Sample;
            [LambdaStartup]
            public class Startup
            {
                public object ConfigureHostBuilder() => new();
            }
            public class Ingest
            {
                [LambdaFunction]
                public void Run() { }
            }
            """);

        Snapshot.Matches("Ingest_Run_Generated.g.cs", build.Source("Ingest_Run_Generated.g.cs"));
    }

    [Fact]
    public void The_serializer_of_a_method_goes_before_that_of_the_assembly()
    {
        var build = _project.Build("""
            namespace Sample;
            public class Ingest
            {
                [LambdaFunction]
                [LambdaSerializer(typeof(Amazon.Lambda.Serialization.SystemTextJson.CamelCaseLambdaJsonSerializer))]
                public string Run(string input) => input;
            }
            """);

        Assert.Contains("SystemTextJson.CamelCaseLambdaJsonSerializer serializer;", build.Source("Ingest_Run_Generated.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Main_picks_the_function_by_the_environment()
    {
        var build = _project.Build(
            """
            [assembly: LambdaGlobalProperties(GenerateMain = true)]
            namespace Sample;
            public class Functions
            {
                [LambdaFunction] public string Upper(string input) => input;
                [LambdaFunction] public void Quiet(string input, ILambdaContext context) { }
                [LambdaFunction] public Task Tick() => Task.CompletedTask;
                [LambdaFunction] public async Task<int> Count(string[] input) { await Task.Yield(); return input.Length; }
            }
            """,
            OutputKind.ConsoleApplication);

        Assert.Empty(build.CompilerErrors);
        Snapshot.Matches("Program.g.cs", build.Source("Program.g.cs"));
    }

    private const string Startup = """
        namespace Sample;
        [LambdaStartup]
        public class Startup
        {
            public void ConfigureServices(Microsoft.Extensions.DependencyInjection.IServiceCollection services) { }
        }

        """;
}
