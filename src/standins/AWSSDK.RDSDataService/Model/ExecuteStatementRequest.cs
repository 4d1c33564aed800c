namespace Amazon.RDSDataService.Model;

public class ExecuteStatementRequest : AmazonRDSDataServiceRequest
{
    public bool? ContinueAfterTimeout { get; set; }

    public string Database { get; set; }

    public RecordsFormatType FormatRecordsAs { get; set; }

    public bool? IncludeResultMetadata { get; set; }

    public List<SqlParameter> Parameters { get; set; }

    public string ResourceArn { get; set; }

    public ResultSetOptions ResultSetOptions { get; set; }

    public string Schema { get; set; }

    public string SecretArn { get; set; }

    public string Sql { get; set; }

    public string TransactionId { get; set; }
}
