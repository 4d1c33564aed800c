namespace Amazon.RDSDataService.Model;

public class SqlParameter
{
    public string Name { get; set; }

    public TypeHint TypeHint { get; set; }

    public Field Value { get; set; }
}
