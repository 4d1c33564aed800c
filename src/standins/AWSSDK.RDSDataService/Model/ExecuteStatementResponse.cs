using Amazon.Runtime;

namespace Amazon.RDSDataService.Model;

public class ExecuteStatementResponse : AmazonWebServiceResponse
{
    public List<ColumnMetadata> ColumnMetadata { get; set; }

    public string FormattedRecords { get; set; }

    public List<Field> GeneratedFields { get; set; }

    public long? NumberOfRecordsUpdated { get; set; }

    public List<List<Field>> Records { get; set; }
}
