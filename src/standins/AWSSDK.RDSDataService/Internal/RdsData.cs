using Amazon.StandIns;

namespace Amazon.RDSDataService;

internal static class RdsData
{
    public static readonly ServiceModel Model = new("RDS Data", "rds-data", "2018-08-01", "application/json", TargetPrefix: null);
}
