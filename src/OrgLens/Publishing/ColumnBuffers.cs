using System.Globalization;
using System.Text.Json;
using Parquet.Schema;

namespace OrgLens.Publishing;

/// <summary>Makes buffers, which know how PostgreSQL writes values as JSON.</summary>
internal static class ColumnBuffers
{
    // The largest number of ViewColumn.Precision digits with ViewColumn.Scale of them behind the point.
    private const decimal Limit = 10_000_000_000_000_000m;

    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    /// <summary>A buffer of a column of a view.</summary>
    /// <param name="view">The view.</param>
    /// <param name="form">What the column holds.</param>
    /// <param name="field">The column of the file, which belongs to the file's schema.</param>
    public static IColumnBuffer Of(string view, ColumnForm form, DataField field) => form switch
    {
        ColumnForm.Text => new TextBuffer(field),
        ColumnForm.Truth => new ValueBuffer<bool>(view, field, value => value.GetBoolean()),
        ColumnForm.SmallNumber => new ValueBuffer<int>(view, field, value => value.GetInt32()),
        ColumnForm.WholeNumber => new ValueBuffer<long>(view, field, value => value.GetInt64()),
        ColumnForm.Number => new ValueBuffer<decimal>(view, field, Number),
        ColumnForm.Real => new ValueBuffer<double>(view, field, Real),
        ColumnForm.Day => new ValueBuffer<DateTime>(view, field, value => DateTime.ParseExact(value.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture, Utc)),
        _ => new ValueBuffer<DateTime>(view, field, value => DateTime.Parse(value.GetString()!, CultureInfo.InvariantCulture, Utc)),
    };

    // PostgreSQL writes NaN and Infinity as text.
    private static double Real(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number ? value.GetDouble() : double.Parse(value.GetString()!, CultureInfo.InvariantCulture);

    private static decimal Number(JsonElement value)
    {
        var number = Math.Round(value.GetDecimal(), ViewColumn.Scale);
        return Math.Abs(number) < Limit ? number : throw new OverflowException("a number of more than sixteen digits before the point.");
    }
}
