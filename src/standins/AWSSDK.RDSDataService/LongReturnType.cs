using Amazon.Runtime;

namespace Amazon.RDSDataService;

public class LongReturnType : ConstantClass
{
    public static readonly LongReturnType LONG = new("LONG");

    public static readonly LongReturnType STRING = new("STRING");

    public LongReturnType(string value)
        : base(value)
    {
    }

    public static implicit operator LongReturnType(string value) => FindValue(value);

    public static LongReturnType FindValue(string value) => FindValue<LongReturnType>(value);
}
