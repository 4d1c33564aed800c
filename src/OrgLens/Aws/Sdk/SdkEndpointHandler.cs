using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace OrgLens.Aws.Sdk;

/// <summary>The pipeline's step that puts the endpoint into the request.</summary>
internal sealed class SdkEndpointHandler : BaseEndpointResolver
{
    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) => SdkEndpointParameters.From(requestContext.ClientConfig);

    protected override void ServiceSpecificHandler(IExecutionContext executionContext, EndpointParameters parameters)
    {
        // A host that stands for all services has no names below it.
        if (parameters["Endpoint"] is not string { Length: > 0 })
        {
            InjectHostPrefix(executionContext.RequestContext);
        }
    }
}
