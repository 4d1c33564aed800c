using System.Text.Json;
using Parquet;
using Parquet.Schema;

namespace OrgLens.Publishing;

/// <summary>Collects texts. What is no text in JSON (a list, an object) is taken as it is written there.</summary>
/// <param name="field">The column of the file.</param>
internal sealed class TextBuffer(DataField field) : IColumnBuffer
{
    private readonly List<string?> _values = [];

    /// <inheritdoc/>
    public void Add(JsonElement value) => _values.Add(value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    });

    /// <inheritdoc/>
    public async Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellationToken)
    {
        await group.WriteAsync(field, _values!);
        _values.Clear();
    }
}
