using System.Globalization;
using System.Text.Json;

namespace OrgLens.Publishing;

/// <summary>Parts the rows of a view, which come in the order of their partitions, into files on the disk.</summary>
/// <param name="view">The view.</param>
/// <param name="columns">Columns of the files, the one of the partition not among them.</param>
internal sealed class ViewSpool(PublishedView view, IReadOnlyList<ViewColumn> columns) : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("orglens-publish-").FullName;
    private readonly List<SpooledFile> _files = [];
    private ParquetFile? _open;
    private string? _partition;

    /// <summary>Adds a row.</summary>
    public async Task AddAsync(string? partition, string row, CancellationToken cancellationToken)
    {
        if (_open is null || partition != _partition)
        {
            await CompleteAsync(cancellationToken);
            _partition = partition;
            _open = await ParquetFile.CreateAsync(PathOf(_files.Count), view.View, columns, cancellationToken);
        }

        using var json = JsonDocument.Parse(row);
        await _open.AddAsync(json.RootElement, row.Length, cancellationToken);
    }

    /// <summary>Ends the last file and gives all of them.</summary>
    public async Task<IReadOnlyList<SpooledFile>> CompleteAsync(CancellationToken cancellationToken)
    {
        if (_open is { } file)
        {
            await file.CompleteAsync(cancellationToken);
            await file.DisposeAsync();
            _open = null;
            _files.Add(new SpooledFile(_partition, PathOf(_files.Count), file.Rows));
        }

        return _files;
    }

    /// <summary>Begins anew: the rows come once more.</summary>
    public async Task ClearAsync()
    {
        if (_open is { } file)
        {
            _open = null;
            await file.DisposeAsync();
        }

        foreach (var path in Directory.GetFiles(_folder))
        {
            File.Delete(path);
        }

        _files.Clear();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_open is { } file)
        {
            await file.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private string PathOf(int number) => Path.Combine(_folder, number.ToString("D5", CultureInfo.InvariantCulture));
}
