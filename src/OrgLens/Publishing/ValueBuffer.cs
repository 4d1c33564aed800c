using System.Buffers;
using System.Text.Json;
using Parquet;
using Parquet.Schema;

namespace OrgLens.Publishing;

/// <summary>Collects values of one type.</summary>
/// <param name="view">The view, for messages.</param>
/// <param name="field">The column of the file.</param>
/// <param name="read">Reads a value that is not null.</param>
internal sealed class ValueBuffer<T>(string view, DataField field, Func<JsonElement, T> read) : IColumnBuffer
    where T : struct
{
    private readonly ArrayBufferWriter<T?> _values = new();

    /// <inheritdoc/>
    public void Add(JsonElement value)
    {
        _values.GetSpan(1)[0] = value.ValueKind == JsonValueKind.Null ? null : Read(value);
        _values.Advance(1);
    }

    /// <inheritdoc/>
    public async Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellationToken)
    {
        await group.WriteAsync<T>(field, _values.WrittenMemory, cancellationToken: cancellationToken);
        _values.ResetWrittenCount();
    }

    private T Read(JsonElement value)
    {
        try
        {
            return read(value);
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException or OverflowException)
        {
            // Infinity, a year before the first, a number with too many digits.
            throw new PublishingException($"{view}.{field.Name} holds what a column of Athena can't: {exception.Message}", exception);
        }
    }
}
