using System.Globalization;
using System.Text.Json;

namespace OrgLens.Receiver;

/// <summary>
/// What a first reading of a document tells, before the database hears of it: that it is whole, whom it speaks for, how many rows
/// each section has, and a hash of each section by which an unchanged one is known without sending it.
/// </summary>
internal sealed class SnapshotOutline : ISectionSink
{
    private readonly HashSet<string> _present = new(StringComparer.Ordinal);
    private readonly List<string> _failed = [];

    private readonly SnapshotLimits _limits;
    private readonly SectionHashes _hashes = new();

    private SnapshotOutline(SnapshotLimits limits) => _limits = limits;

    /// <summary>Rows by section, in the order of the document.</summary>
    public Dictionary<string, int> Rows { get; } = new(StringComparer.Ordinal);

    /// <summary>Members taken whole: <c>account</c>, <c>cost</c>, <c>logs</c>, <c>coverage</c> …</summary>
    public Dictionary<string, byte[]> Whole { get; } = new(StringComparer.Ordinal);

    /// <summary>The objects around the rows of a section, without those rows.</summary>
    public Dictionary<(string Section, int Index), byte[]> Parents { get; } = [];

    /// <summary>Sections whose collector failed in the sender.</summary>
    public IReadOnlyList<string> Failed => _failed;

    /// <summary>Members that no section of the format has, and how often they came.</summary>
    public Dictionary<string, int> IgnoredMembers { get; } = new(StringComparer.Ordinal);

    /// <summary>Hash of each section's rows as they are written; lower-case hex.</summary>
    public IReadOnlyDictionary<string, string> Hashes { get; private set; } = new Dictionary<string, string>();

    /// <summary>The rows of a section that is no list: the object itself, or Config's reports without their own rows.</summary>
    public IEnumerable<byte[]> ObjectRows(string section) => section == "config"
        ? Parents.Where(parent => parent.Key.Section == SnapshotForm.Evaluations && !parent.Value.AsSpan().SequenceEqual("{}"u8))
            .OrderBy(parent => parent.Key.Index).Select(parent => parent.Value)
        : [Whole[section]];

    /// <summary>Reads a document to its end.</summary>
    /// <param name="document">The document.</param>
    /// <param name="limits">Its limits.</param>
    /// <param name="isStrict">Whether rows are read, too; otherwise most are only cut out, and whoever reads them finds out whether they are well-formed.</param>
    /// <exception cref="SnapshotRejectedException">It is not a snapshot. Only a strict reading tells the right reason and place.</exception>
    public static SnapshotOutline Read(Stream document, SnapshotLimits limits, bool isStrict)
    {
        var outline = new SnapshotOutline(limits);
        using var tokens = new JsonTokens(document, limits);
        tokens.Run(new SectionWalker(outline, limits, isStrict));
        outline.Finish();
        return outline;
    }

    /// <summary>The account that the document says it is of; null when its account section is empty.</summary>
    public string? Account => Text("account", "account_id");

    /// <summary>Version of the format; null in the reference's documents.</summary>
    public string? SchemaVersion => Scalar("schema_version");

    /// <summary>When the document was collected; null in the reference's documents.</summary>
    public DateTimeOffset? CollectedAt =>
        DateTimeOffset.TryParse(Scalar("collected_at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;

    /// <inheritdoc/>
    public void Present(string name)
    {
        if (SnapshotForm.Required.Contains(name))
        {
            _present.Add(name);
        }
    }

    /// <inheritdoc/>
    public bool Row(string section, int parent, ReadOnlySpan<byte> json)
    {
        Count(section);
        _hashes.Append(section, json);
        _hashes.Append(section, "\n"u8);
        return true;
    }

    /// <inheritdoc/>
    public void Parent(string section, int index, ReadOnlySpan<byte> json)
    {
        Parents[(section, index)] = json.ToArray();
        _hashes.Append(section, json);
        if (section == SnapshotForm.Evaluations && !json.SequenceEqual("{}"u8))
        {
            Count("config");
            _hashes.Append("config", json);
        }
    }

    /// <inheritdoc/>
    void ISectionSink.Whole(string name, ReadOnlySpan<byte> json) => TakeWhole(name, json);

    /// <inheritdoc/>
    void ISectionSink.Failed(string section)
    {
        if (!_failed.Contains(section))
        {
            _failed.Add(section);
        }
    }

    /// <inheritdoc/>
    void ISectionSink.Ignored(string path)
    {
        var name = path.Length > _limits.IgnoredNames.Characters ? $"{path.AsSpan(0, _limits.IgnoredNames.Characters)}…" : path;
        if (!IgnoredMembers.ContainsKey(name) && IgnoredMembers.Count >= _limits.IgnoredNames.Count)
        {
            name = "…";
        }

        IgnoredMembers[name] = IgnoredMembers.GetValueOrDefault(name) + 1;
    }

    private void TakeWhole(string name, ReadOnlySpan<byte> json)
    {
        Whole[name] = json.ToArray();
        if (name is "account" or "cost" && !json.SequenceEqual("{}"u8))
        {
            Count(name);
            _hashes.Append(name, json);
        }
    }

    private void Finish()
    {
        var missing = SnapshotForm.Required.Where(name => !_present.Contains(name)).ToList();
        if (missing.Count > 0)
        {
            throw new SnapshotRejectedException(RejectionReasons.NotASnapshot, $"missing: {string.Join(", ", missing)}");
        }

        Hashes = _hashes.Finish();
    }

    private void Count(string section) => Rows[section] = Rows.GetValueOrDefault(section) + 1;

    private string? Scalar(string name)
    {
        if (!Whole.TryGetValue(name, out var json))
        {
            return null;
        }

        using var value = JsonDocument.Parse(json);
        return value.RootElement.ValueKind switch
        {
            JsonValueKind.String => value.RootElement.GetString(),
            JsonValueKind.Number => value.RootElement.GetRawText(),
            _ => null,
        };
    }

    private string? Text(string name, string member)
    {
        if (!Whole.TryGetValue(name, out var json))
        {
            return null;
        }

        using var value = JsonDocument.Parse(json);
        return value.RootElement.TryGetProperty(member, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
    }
}
