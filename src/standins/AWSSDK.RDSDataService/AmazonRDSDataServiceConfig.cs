using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.StandIns;
using Amazon.Util.Internal;

namespace Amazon.RDSDataService;

public class AmazonRDSDataServiceConfig : ClientConfig
{
    private static readonly string UserAgentString = InternalSDKUtils.BuildUserAgentString(RdsData.Model.ServiceId, "4.0.0");

    public AmazonRDSDataServiceConfig()
        : base(DefaultModes.Provider())
    {
        ServiceId = RdsData.Model.ServiceId;
        AuthenticationServiceName = RdsData.Model.EndpointPrefix;
        EndpointProvider = new RegionalEndpointProvider(RdsData.Model.EndpointPrefix);
    }

    public override string RegionEndpointServiceName => RdsData.Model.EndpointPrefix;

    public override string ServiceVersion => RdsData.Model.ApiVersion;

    public override string UserAgent => UserAgentString;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(RegionalEndpointParameters.From(this, parameters.AlternateEndpoint));
}
