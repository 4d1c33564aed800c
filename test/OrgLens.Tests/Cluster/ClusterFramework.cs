using Xunit.Abstractions;
using Xunit.Sdk;

[assembly: TestFramework("OrgLens.Tests.Cluster.ClusterFramework", "OrgLens.Tests")]

namespace OrgLens.Tests.Cluster;

/// <summary>Stops the cluster after the last test. A collection fixture would do so, too, but its tests would run one after the other.</summary>
public sealed class ClusterFramework : XunitTestFramework
{
    public ClusterFramework(IMessageSink messageSink)
        : base(messageSink) => DisposalTracker.Add(new End());

    private sealed class End : IDisposable
    {
        public void Dispose() => TestCluster.StopAsync().AsTask().GetAwaiter().GetResult();
    }
}
