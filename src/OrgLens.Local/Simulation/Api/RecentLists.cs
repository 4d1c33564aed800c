namespace OrgLens.Local.Simulation.Api;

/// <summary>Remembers the last few lists that took long to draw: whoever reads page by page asks for the same one again and again.</summary>
internal sealed class RecentLists<T>(int capacity)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<(string Key, Lazy<IReadOnlyList<T>> List)> _recent = new();

    /// <summary>The list of that name, drawn if it is not remembered.</summary>
    public IReadOnlyList<T> Get(string key, Func<IEnumerable<T>> draw)
    {
        Lazy<IReadOnlyList<T>> list;
        lock (_gate)
        {
            var node = _recent.First;
            while (node is not null && node.Value.Key != key)
            {
                node = node.Next;
            }

            if (node is not null)
            {
                _recent.Remove(node);
            }
            else if (_recent.Count == capacity)
            {
                _recent.RemoveLast();
            }

            list = node?.Value.List ?? new Lazy<IReadOnlyList<T>>(() => [.. draw()]);
            _recent.AddFirst((key, list));
        }

        return list.Value;
    }
}
