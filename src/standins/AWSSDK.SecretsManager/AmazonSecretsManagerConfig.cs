using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.StandIns;
using Amazon.Util.Internal;

namespace Amazon.SecretsManager;

public class AmazonSecretsManagerConfig : ClientConfig
{
    private static readonly string UserAgentString = InternalSDKUtils.BuildUserAgentString(Secrets.Model.ServiceId, "4.0.0");

    public AmazonSecretsManagerConfig()
        : base(DefaultModes.Provider())
    {
        ServiceId = Secrets.Model.ServiceId;
        AuthenticationServiceName = Secrets.Model.EndpointPrefix;
        EndpointProvider = new RegionalEndpointProvider(Secrets.Model.EndpointPrefix);
    }

    public override string RegionEndpointServiceName => Secrets.Model.EndpointPrefix;

    public override string ServiceVersion => Secrets.Model.ApiVersion;

    public override string UserAgent => UserAgentString;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(RegionalEndpointParameters.From(this, parameters.AlternateEndpoint));
}
