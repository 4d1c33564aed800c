namespace Amazon.RDSDataService.Model;

public class BatchExecuteStatementRequest : AmazonRDSDataServiceRequest
{
    public string Database { get; set; }

    public List<List<SqlParameter>> ParameterSets { get; set; }

    public string ResourceArn { get; set; }

    public string Schema { get; set; }

    public string SecretArn { get; set; }

    public string Sql { get; set; }

    public string TransactionId { get; set; }
}
