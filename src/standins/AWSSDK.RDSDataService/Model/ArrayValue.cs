namespace Amazon.RDSDataService.Model;

public class ArrayValue
{
    public List<ArrayValue> ArrayValues { get; set; }

    public List<bool> BooleanValues { get; set; }

    public List<double> DoubleValues { get; set; }

    public List<long> LongValues { get; set; }

    public List<string> StringValues { get; set; }
}
