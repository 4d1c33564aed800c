using System.Reflection;
using OrgLens.Tests.Sender.Simulated;
using Xunit.Abstractions;
using Xunit.Sdk;

[assembly: TestFramework("OrgLens.Tests.Cluster.ClusterFramework", "OrgLens.Tests")]

namespace OrgLens.Tests.Cluster;

/// <summary>Stops the cluster and the simulated organization after the last test. A collection fixture would do so, too, but its tests would run one after the other.</summary>
public sealed class ClusterFramework(IMessageSink messageSink) : XunitTestFramework(messageSink)
{
    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) =>
        new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Executor(AssemblyName assembly, ISourceInformationProvider source, IMessageSink diagnostics)
        : XunitTestFrameworkExecutor(assembly, source, diagnostics)
    {
        protected override async void RunTestCases(
            IEnumerable<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions)
        {
            using var runner = new Runner(TestAssembly, testCases, DiagnosticMessageSink, executionMessageSink, executionOptions);
            await runner.RunAsync();
        }
    }

    private sealed class Runner(
        ITestAssembly assembly, IEnumerable<IXunitTestCase> tests, IMessageSink diagnostics, IMessageSink execution, ITestFrameworkExecutionOptions options)
        : XunitTestAssemblyRunner(assembly, tests, diagnostics, execution, options)
    {
        protected override async Task BeforeTestAssemblyFinishedAsync()
        {
            await base.BeforeTestAssemblyFinishedAsync();
            await LoadedOrganization.StopAsync();
            await TestCluster.StopAsync();
            await SimulatedRun.StopAsync();
        }
    }
}
