using System.Text.Json;
using Parquet;
using Parquet.Schema;

namespace OrgLens.Publishing;

/// <summary>Writes rows into a Parquet file, compressed with Snappy, and holds no more of them than a row group.</summary>
internal sealed class ParquetFile : IAsyncDisposable
{
    // As JSON, which is several times what a group becomes in the file.
    private const int LargestGroup = 16 * 1024 * 1024;

    private readonly Stream _stream;
    private readonly ParquetWriter _writer;
    private readonly IReadOnlyList<(string Name, IColumnBuffer Values)> _columns;
    private int _waiting;

    private ParquetFile(Stream stream, ParquetWriter writer, IReadOnlyList<(string Name, IColumnBuffer Values)> columns)
    {
        _stream = stream;
        _writer = writer;
        _columns = columns;
    }

    /// <summary>Rows so far.</summary>
    public long Rows { get; private set; }

    /// <summary>Begins a file.</summary>
    public static async Task<ParquetFile> CreateAsync(string path, string view, IReadOnlyList<ViewColumn> columns, CancellationToken cancellationToken)
    {
        var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
        try
        {
            var fields = columns.Select(column => column.ToField()).ToList();
            var schema = new ParquetSchema(fields);
            var options = new ParquetOptions { CompressionMethod = CompressionMethod.Snappy };
            var writer = await ParquetWriter.CreateAsync(schema, stream, options, cancellationToken: cancellationToken);
            return new ParquetFile(stream, writer, [.. columns.Zip(fields, (column, field) => (column.Name, ColumnBuffers.Of(view, column.Form, field)))]);
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    /// <summary>Adds a row.</summary>
    /// <param name="row">The row as a JSON object; members that are no columns of the file are left out.</param>
    /// <param name="size">Length of that object's text.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    public async ValueTask AddAsync(JsonElement row, int size, CancellationToken cancellationToken)
    {
        foreach (var (name, values) in _columns)
        {
            values.Add(row.GetProperty(name));
        }

        Rows++;
        _waiting += size;
        if (_waiting >= LargestGroup)
        {
            await WriteGroupAsync(cancellationToken);
        }
    }

    /// <summary>Writes what waits, and ends the file.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        if (_waiting > 0)
        {
            await WriteGroupAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        await _stream.DisposeAsync();
    }

    private async Task WriteGroupAsync(CancellationToken cancellationToken)
    {
        using var group = _writer.CreateRowGroup();
        foreach (var (_, values) in _columns)
        {
            await values.WriteAsync(group, cancellationToken);
        }

        group.CompleteValidate();
        _waiting = 0;
    }
}
