namespace Amazon.RDSDataService.Model;

public class ResultSetOptions
{
    public DecimalReturnType DecimalReturnType { get; set; }

    public LongReturnType LongReturnType { get; set; }
}
