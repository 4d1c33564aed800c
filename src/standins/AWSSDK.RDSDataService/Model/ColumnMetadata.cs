namespace Amazon.RDSDataService.Model;

public class ColumnMetadata
{
    public int? ArrayBaseColumnType { get; set; }

    public bool? IsAutoIncrement { get; set; }

    public bool? IsCaseSensitive { get; set; }

    public bool? IsCurrency { get; set; }

    public bool? IsSigned { get; set; }

    public string Label { get; set; }

    public string Name { get; set; }

    public int? Nullable { get; set; }

    public int? Precision { get; set; }

    public int? Scale { get; set; }

    public string SchemaName { get; set; }

    public string TableName { get; set; }

    public int? Type { get; set; }

    public string TypeName { get; set; }
}
