using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.StandIns;
using Amazon.Util.Internal;

namespace Amazon.SQS;

public class AmazonSQSConfig : ClientConfig
{
    private static readonly string UserAgentString = InternalSDKUtils.BuildUserAgentString(Sqs.Model.ServiceId, "4.0.0");

    public AmazonSQSConfig()
        : base(DefaultModes.Provider())
    {
        ServiceId = Sqs.Model.ServiceId;
        AuthenticationServiceName = Sqs.Model.EndpointPrefix;
        EndpointProvider = new RegionalEndpointProvider(Sqs.Model.EndpointPrefix);
    }

    public override string RegionEndpointServiceName => Sqs.Model.EndpointPrefix;

    public override string ServiceVersion => Sqs.Model.ApiVersion;

    public override string UserAgent => UserAgentString;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(RegionalEndpointParameters.From(this, parameters.AlternateEndpoint));
}
