using Amazon.Runtime;

namespace Amazon.RDSDataService;

public class TypeHint : ConstantClass
{
    public static readonly TypeHint DATE = new("DATE");

    public static readonly TypeHint DECIMAL = new("DECIMAL");

    public static readonly TypeHint JSON = new("JSON");

    public static readonly TypeHint TIME = new("TIME");

    public static readonly TypeHint TIMESTAMP = new("TIMESTAMP");

    public static readonly TypeHint UUID = new("UUID");

    public TypeHint(string value)
        : base(value)
    {
    }

    public static implicit operator TypeHint(string value) => FindValue(value);

    public static TypeHint FindValue(string value) => FindValue<TypeHint>(value);
}
