using Parquet.Schema;

namespace OrgLens.Publishing;

/// <summary>A column of a published view.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Form">What it holds.</param>
internal sealed record ViewColumn(string Name, ColumnForm Form)
{
    /// <summary>Digits of exact numbers, and how many of them are behind the point: more than any price has, and as many as a <see cref="decimal"/> holds.</summary>
    public const int Precision = 28;

    /// <inheritdoc cref="Precision"/>
    public const int Scale = 12;

    /// <summary>Glue's word for the type.</summary>
    public string GlueType => Form switch
    {
        ColumnForm.Text => "string",
        ColumnForm.Truth => "boolean",
        ColumnForm.SmallNumber => "int",
        ColumnForm.WholeNumber => "bigint",
        ColumnForm.Number => $"decimal({Precision},{Scale})",
        ColumnForm.Real => "double",
        ColumnForm.Day => "date",
        _ => "timestamp",
    };

    /// <summary>The column of the file.</summary>
    public DataField ToField() => Form switch
    {
        ColumnForm.Text => new DataField(Name, typeof(string), isNullable: true),
        ColumnForm.Truth => new DataField(Name, typeof(bool), isNullable: true),
        ColumnForm.SmallNumber => new DataField(Name, typeof(int), isNullable: true),
        ColumnForm.WholeNumber => new DataField(Name, typeof(long), isNullable: true),
        // Hive's form, which Athena reads.
        ColumnForm.Number => new DecimalDataField(Name, Precision, Scale, forceByteArrayEncoding: true, isNullable: true),
        ColumnForm.Real => new DataField(Name, typeof(double), isNullable: true),
        ColumnForm.Day => new DateTimeDataField(Name, DateTimeFormat.Date, isNullable: true),
        // INT96, which every version of Athena, Hive and Spark takes for a timestamp.
        _ => new DateTimeDataField(Name, DateTimeFormat.Impala, isNullable: true),
    };

    /// <summary>A column of a view.</summary>
    /// <param name="view">The view, for the message.</param>
    /// <param name="name">The column.</param>
    /// <param name="type">PostgreSQL's name of its type.</param>
    /// <exception cref="PublishingException">There is no word for its type.</exception>
    public static ViewColumn Of(string view, string name, string type) => new(name, type switch
    {
        "text" or "character varying" or "character" or "name" or "uuid" => ColumnForm.Text,
        "json" or "jsonb" or "text[]" or "interval" => ColumnForm.Text,
        "boolean" => ColumnForm.Truth,
        "smallint" or "integer" => ColumnForm.SmallNumber,
        "bigint" => ColumnForm.WholeNumber,
        "numeric" => ColumnForm.Number,
        "real" or "double precision" => ColumnForm.Real,
        "date" => ColumnForm.Day,
        "timestamp with time zone" or "timestamp without time zone" => ColumnForm.Instant,
        _ => throw new PublishingException($"{view}.{name} is of the type {type}, which Athena has no word for."),
    });
}
