using System.Buffers;
using System.Text.Json;

namespace OrgLens.Sender;

/// <summary>
/// Rows of one section from one collector in one Region, as JSON text: in memory while they are few, else in a temporary file, so that
/// memory does not grow with the account.
/// </summary>
internal sealed class RowSpool(string folder) : IDisposable
{
    private const int MemoryBytes = 32 * 1024;

    private readonly Lock _lock = new();
    private readonly ArrayBufferWriter<byte> _text = new(256);
    private FileStream? _file;
    private bool _isClosed;

    /// <summary>Rows so far.</summary>
    public long Rows { get; private set; }

    /// <summary>Members of the object around the rows, in sections that have one; empty: none.</summary>
    public ReadOnlyMemory<byte> Head { get; private set; }

    /// <summary>Adds the rows' object's members.</summary>
    public void SetHead(Action<Utf8JsonWriter> members)
    {
        var head = Compose(members);
        lock (_lock)
        {
            Head = _isClosed ? Head : head;
        }
    }

    /// <summary>Adds a row; one whose members can't be written leaves no trace.</summary>
    /// <returns>False after <see cref="Close"/>: nothing is added any more.</returns>
    public bool Add(Action<Utf8JsonWriter> members)
    {
        var row = Compose(members);
        lock (_lock)
        {
            if (_isClosed)
            {
                return false;
            }

            if (Rows++ > 0)
            {
                _text.Write(","u8);
            }

            _text.Write(row.Span);
            if (_text.WrittenCount > MemoryBytes)
            {
                Spill();
            }

            return true;
        }
    }

    /// <summary>Ends the writing, so that a collector that was given up can't disturb the document.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _isClosed = true;
            if (_file is not null)
            {
                Spill();
                _file.Flush();
            }
        }
    }

    /// <summary>Copies the rows' text, with commas between them.</summary>
    public async Task CopyToAsync(Stream destination, CancellationToken cancellationToken)
    {
        if (_file is null)
        {
            await destination.WriteAsync(_text.WrittenMemory, cancellationToken);
            return;
        }

        _file.Position = 0;
        await _file.CopyToAsync(destination, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    private static ReadOnlyMemory<byte> Compose(Action<Utf8JsonWriter> members)
    {
        var row = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(row))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        return row.WrittenMemory;
    }

    private void Spill()
    {
        _file ??= new FileStream(
            Path.Combine(folder, Path.GetRandomFileName()),
            new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose });
        _file.Write(_text.WrittenSpan);
        _text.ResetWrittenCount();
    }
}
