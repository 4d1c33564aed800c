using System.IO.Hashing;

namespace OrgLens.Receiver;

/// <summary>
/// What each section is known again by: its length and a hash of 64 bits, which is made in a tenth of the time of a cryptographic one.
/// Who could forge a section like another of his own may send whatever he likes anyway.
/// </summary>
internal sealed class SectionHashes
{
    private readonly Dictionary<string, Sum> _sums = new(StringComparer.Ordinal);
    private string _section = string.Empty;
    private Sum _sum = new();

    /// <summary>Adds to a section.</summary>
    public void Append(string section, ReadOnlySpan<byte> bytes)
    {
        if (section != _section)
        {
            _section = section;
            if (!_sums.TryGetValue(section, out _sum!))
            {
                _sums.Add(section, _sum = new Sum());
            }
        }

        _sum.Length += bytes.Length;
        _sum.Hash.Append(bytes);
    }

    /// <summary>The sections' hashes: lower-case hex, a hyphen, the length.</summary>
    public IReadOnlyDictionary<string, string> Finish() =>
        _sums.ToDictionary(pair => pair.Key, pair => $"{pair.Value.Hash.GetCurrentHashAsUInt64():x16}-{pair.Value.Length}", StringComparer.Ordinal);

    private sealed class Sum
    {
        // The faster ones of 128 bits are not compiled ahead of time: they would be slow for most of a function's first document.
        public XxHash64 Hash { get; } = new();

        public long Length { get; set; }
    }
}
