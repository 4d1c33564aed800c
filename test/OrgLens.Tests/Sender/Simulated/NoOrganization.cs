using System.Net;
using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Tests.Sender.Simulated;

/// <summary>What a member account may see of its organization: nothing.</summary>
internal sealed class NoOrganization(IAwsCalls calls) : IAwsCalls
{
    public Task<AwsValue> CallAsync(AwsOperation operation, string region, JsonObject? input, CancellationToken cancellationToken) => operation.Service.Id == AwsServices.Organizations.Id
        ? throw FaultyCalls.Refused(operation, region, "AccessDeniedException", HttpStatusCode.Forbidden, "You don't have permissions to access this resource.")
        : calls.CallAsync(operation, region, input, cancellationToken);
}
