using Amazon.Runtime;

namespace Amazon.RDSDataService;

public class RecordsFormatType : ConstantClass
{
    public static readonly RecordsFormatType JSON = new("JSON");

    public static readonly RecordsFormatType NONE = new("NONE");

    public RecordsFormatType(string value)
        : base(value)
    {
    }

    public static implicit operator RecordsFormatType(string value) => FindValue(value);

    public static RecordsFormatType FindValue(string value) => FindValue<RecordsFormatType>(value);
}
