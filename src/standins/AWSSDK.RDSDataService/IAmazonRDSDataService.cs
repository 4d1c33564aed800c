using Amazon.RDSDataService.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.RDSDataService;

public partial interface IAmazonRDSDataService : IAmazonService, IDisposable
{
    Task<BatchExecuteStatementResponse> BatchExecuteStatementAsync(BatchExecuteStatementRequest request, CancellationToken cancellationToken = default);

    Task<BeginTransactionResponse> BeginTransactionAsync(BeginTransactionRequest request, CancellationToken cancellationToken = default);

    Task<CommitTransactionResponse> CommitTransactionAsync(CommitTransactionRequest request, CancellationToken cancellationToken = default);

    Task<ExecuteStatementResponse> ExecuteStatementAsync(ExecuteStatementRequest request, CancellationToken cancellationToken = default);

    Task<RollbackTransactionResponse> RollbackTransactionAsync(RollbackTransactionRequest request, CancellationToken cancellationToken = default);

    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonRDSDataServiceConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig)
    {
        var config = clientConfig as AmazonRDSDataServiceConfig
            ?? throw new AmazonClientException($"ServiceConfig is not of type AmazonRDSDataServiceConfig which is required to create AmazonRDSDataServiceClient");
        return awsCredentials is null ? new AmazonRDSDataServiceClient(config) : new AmazonRDSDataServiceClient(awsCredentials, config);
    }
}
