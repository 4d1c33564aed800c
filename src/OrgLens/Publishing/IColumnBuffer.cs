using System.Text.Json;
using Parquet;

namespace OrgLens.Publishing;

/// <summary>Collects a column's values for a row group.</summary>
internal interface IColumnBuffer
{
    /// <summary>Takes the value of the next row.</summary>
    /// <exception cref="PublishingException">It is not of the column's form.</exception>
    void Add(JsonElement value);

    /// <summary>Writes what was collected, and forgets it.</summary>
    Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellationToken);
}
