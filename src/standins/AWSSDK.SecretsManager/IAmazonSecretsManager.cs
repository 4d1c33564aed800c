using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.SecretsManager.Model;

namespace Amazon.SecretsManager;

public partial interface IAmazonSecretsManager : IAmazonService, IDisposable
{
    Task<CreateSecretResponse> CreateSecretAsync(CreateSecretRequest request, CancellationToken cancellationToken = default);

    Task<DeleteSecretResponse> DeleteSecretAsync(DeleteSecretRequest request, CancellationToken cancellationToken = default);

    Task<DescribeSecretResponse> DescribeSecretAsync(DescribeSecretRequest request, CancellationToken cancellationToken = default);

    Task<GetSecretValueResponse> GetSecretValueAsync(GetSecretValueRequest request, CancellationToken cancellationToken = default);

    Task<PutSecretValueResponse> PutSecretValueAsync(PutSecretValueRequest request, CancellationToken cancellationToken = default);

    Task<UpdateSecretVersionStageResponse> UpdateSecretVersionStageAsync(UpdateSecretVersionStageRequest request, CancellationToken cancellationToken = default);

    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonSecretsManagerConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig)
    {
        var config = clientConfig as AmazonSecretsManagerConfig
            ?? throw new AmazonClientException($"ServiceConfig is not of type AmazonSecretsManagerConfig which is required to create AmazonSecretsManagerClient");
        return awsCredentials is null ? new AmazonSecretsManagerClient(config) : new AmazonSecretsManagerClient(awsCredentials, config);
    }
}
