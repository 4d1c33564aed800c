using Amazon.Runtime;

namespace Amazon.RDSDataService;

public class DecimalReturnType : ConstantClass
{
    public static readonly DecimalReturnType DOUBLE_OR_LONG = new("DOUBLE_OR_LONG");

    public static readonly DecimalReturnType STRING = new("STRING");

    public DecimalReturnType(string value)
        : base(value)
    {
    }

    public static implicit operator DecimalReturnType(string value) => FindValue(value);

    public static DecimalReturnType FindValue(string value) => FindValue<DecimalReturnType>(value);
}
