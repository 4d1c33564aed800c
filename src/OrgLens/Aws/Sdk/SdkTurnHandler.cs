using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace OrgLens.Aws.Sdk;

/// <summary>
/// Holds a signed request back until its turn has come. It stands before the HTTP client, whose timeout begins when the request is sent.
/// </summary>
internal sealed class SdkTurnHandler : PipelineHandler
{
    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        if (executionContext.RequestContext.OriginalRequest is ISdkTurn turn)
        {
            await turn.WaitAsync();
        }

        return await base.InvokeAsync<T>(executionContext);
    }
}
