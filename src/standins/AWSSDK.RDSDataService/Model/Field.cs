namespace Amazon.RDSDataService.Model;

public class Field
{
    public ArrayValue ArrayValue { get; set; }

    public MemoryStream BlobValue { get; set; }

    public bool? BooleanValue { get; set; }

    public double? DoubleValue { get; set; }

    public bool? IsNull { get; set; }

    public long? LongValue { get; set; }

    public string StringValue { get; set; }
}
