using Amazon.RDSDataService;
using StandIns.Aws.Tests.Wire;

namespace StandIns.Aws.Tests.RdsData;

internal static class DataApi
{
    public const string Cluster = "arn:aws:rds:eu-west-1:111122223333:cluster:core";
    public const string Secret = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:core";

    public static AmazonRDSDataServiceClient Client(RecordingServer server) => new("AKIDEXAMPLE", "secret", new AmazonRDSDataServiceConfig
    {
        ServiceURL = server.Url,
        AuthenticationRegion = "eu-west-1",
    });
}
