using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Tests.Sender.Simulated;

/// <summary>Every call goes wrong in the same way.</summary>
internal sealed class AllFaulty(CallFault fault) : IAwsCalls
{
    public Task<AwsValue> CallAsync(AwsOperation operation, string region, JsonObject? input, CancellationToken cancellationToken) =>
        new FaultyCalls(this, CallKey.Of(operation, region, input), fault).CallAsync(operation, region, input, cancellationToken);
}
