namespace OrgLens.Audit.Trail;

/// <summary>The text of a trail file, as it comes in, and the way through it from record to record. One buffer holds what is not behind yet.</summary>
/// <param name="wants">Chooses records by <c>eventSource</c> and <c>eventName</c>.</param>
/// <param name="limits">How much the file may ask.</param>
/// <param name="bufferBytes">How large the buffer is at first.</param>
internal sealed class TrailText(Func<string, string, bool> wants, TrailLimits limits, int bufferBytes)
{
    // Room for the white space before a record that is looked for, and for a name that two pieces share.
    private const int Overlap = 64;

    private byte[] _buffer = new byte[bufferBytes];
    private int _at;
    private int _end;
    private long _behind;
    private ValueScan _scan;
    private Place _place = Place.Outside;
    private bool _isRecords;
    private bool _hasRecords;
    private bool _hasDocument;

    private enum Place
    {
        Outside,
        Member,
        Name,
        Colon,
        Value,
        PassedOver,
        AfterValue,
        Element,
        Record,
        Lost,
        Over,
    }

    /// <summary>Records so far: wanted, unwanted and bad ones.</summary>
    public long Records { get; private set; }

    /// <summary>Bad ones among them, and other damage.</summary>
    public int Bad { get; private set; }

    /// <summary>Bytes of text so far.</summary>
    public long Bytes => _behind + _end;

    /// <summary>Whether nothing after this can be of use.</summary>
    public bool IsOver => _place == Place.Over;

    /// <summary>How it ended, once it is over.</summary>
    public TrailOutcome Outcome { get; private set; }

    /// <summary>Where the next piece of text goes.</summary>
    public Memory<byte> Free()
    {
        if (_buffer.Length - _end <= _buffer.Length / 4)
        {
            // What is not behind is moved to the beginning, and to a larger buffer when it fills half of this one.
            var kept = _buffer.AsSpan(_at, _end - _at);
            var target = kept.Length > _buffer.Length / 2 ? new byte[_buffer.Length * 2] : _buffer;
            kept.CopyTo(target);
            (_buffer, _behind, _at, _end) = (target, _behind + _at, 0, kept.Length);
        }

        return _buffer.AsMemory(_end);
    }

    /// <summary>Says how much was put there.</summary>
    public void Added(int bytes) => _end += bytes;

    /// <summary>Goes on to the next wanted or bad record.</summary>
    /// <returns>Null when more text is needed, or all is over.</returns>
    public TrailFinding? Next()
    {
        TrailFinding? finding = null;
        while (finding is null && TryStep(out finding))
        {
        }

        return finding;
    }

    /// <summary>Nothing more is read, because there is nothing more or for another reason.</summary>
    public void End(TrailOutcome? because = null)
    {
        if (_place == Place.Over)
        {
            return;
        }

        Outcome = because ?? _place switch
        {
            Place.Outside => _hasRecords ? TrailOutcome.Complete : TrailOutcome.NoTrail,
            // After a bad last record there is no other to be found, only the end of the list and of the file.
            Place.Lost => EndsList(_buffer.AsSpan(_at, _end - _at)) ? TrailOutcome.Complete : TrailOutcome.Damaged,
            _ => TrailOutcome.Truncated,
        };
        _place = Place.Over;
    }

    private static bool EndsList(ReadOnlySpan<byte> text) =>
        text.TrimEnd(" \t\r\n"u8) is [.. var list, (byte)'}'] && list.TrimEnd(" \t\r\n"u8) is [.., (byte)']'];

    private bool TryStep(out TrailFinding? finding)
    {
        finding = null;
        switch (_place)
        {
            case Place.Over:
                return false;
            case Place.Lost:
                return FindRecord();
            case Place.Name or Place.PassedOver or Place.Record:
                return TryScan(out finding);
            default:
                if (!SkipWhiteSpace())
                {
                    return false;
                }

                finding = Walk(_buffer[_at]);
                return true;
        }
    }

    private bool SkipWhiteSpace()
    {
        while (_at < _end)
        {
            // A byte order mark is of no meaning, and only a file's first bytes can be one.
            if (_buffer[_at] is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') && !(_behind + _at < 3 && _buffer[_at] == "\uFEFF"u8[(int)_behind + _at]))
            {
                return true;
            }

            _at++;
        }

        return false;
    }

    // The way between values; one byte decides.
    private TrailFinding? Walk(byte next)
    {
        switch (_place, (char)next)
        {
            case (Place.Outside, '{'):
                return Go(Place.Member);
            case (Place.Outside, _):
                End(_hasDocument ? TrailOutcome.Damaged : TrailOutcome.NoTrail);
                return null;
            case (Place.Member or Place.AfterValue, '}'):
                _hasDocument = true;
                return Go(Place.Outside);
            case (Place.Member, '"'):
                return Begin(Place.Name);
            case (Place.Colon, ':'):
                return Go(Place.Value);
            case (Place.Value, '[') when _isRecords:
                _hasRecords = true;
                return Go(Place.Element);
            case (Place.Value, _):
                return Begin(Place.PassedOver);
            case (Place.AfterValue, ','):
                return Go(Place.Member);
            case (Place.Element, ']'):
                return Go(Place.AfterValue);
            case (Place.Element, ','):
                return Go(Place.Element);
            case (Place.Element, not ('}' or ':')):
                return Begin(Place.Record);
            default:
                return Damage(TrailReasons.Between);
        }
    }

    private TrailFinding? Go(Place place)
    {
        _at++;
        _place = place;
        return null;
    }

    private TrailFinding? Begin(Place place)
    {
        _scan = default;
        _place = place;
        return null;
    }

    private bool TryScan(out TrailFinding? finding)
    {
        finding = null;
        var text = _buffer.AsSpan(_at, _end - _at);
        switch (_scan.Advance(text, limits.Depth))
        {
            case ScanResult.NeedsMore when _place == Place.PassedOver:
                _at += _scan.Forget();
                return false;
            case ScanResult.NeedsMore when text.Length < limits.RecordBytes:
                return false;
            case ScanResult.NeedsMore:
                finding = Damage(TrailReasons.TooLarge);
                return true;
            case ScanResult.Broken:
                finding = Damage(TrailReasons.Broken);
                return true;
            case ScanResult.TooDeep:
                finding = Damage(TrailReasons.TooDeep);
                return true;
            default:
                finding = EndValue(text[.._scan.Position]);
                return true;
        }
    }

    private TrailFinding? EndValue(ReadOnlySpan<byte> text)
    {
        var position = _behind + _at;
        _at += text.Length;
        if (_place != Place.Record)
        {
            _isRecords = _place == Place.Name && text.SequenceEqual("\"Records\""u8);
            _place = _place == Place.Name ? Place.Colon : Place.AfterValue;
            return null;
        }

        Records++;
        _place = Place.Element;
        var (record, reason) = text.Length > limits.RecordBytes ? (null, TrailReasons.TooLarge) : RecordText.Read(text, _scan, wants, limits.Depth);
        Count(reason);
        return record is null && reason is null ? null : new TrailFinding(Records, position) { Record = record, Reason = reason };
    }

    // Whatever is wrong may have swallowed the next records: they are looked for from the damaged one's first byte on.
    private TrailFinding? Damage(string reason)
    {
        if (!_hasRecords)
        {
            End(TrailOutcome.NoTrail);
            return null;
        }

        Records += _place == Place.Record ? 1 : 0;
        var finding = new TrailFinding(Records, _behind + _at) { Reason = reason };
        Go(Place.Lost);
        Count(reason);
        return finding;
    }

    private void Count(string? reason)
    {
        Bad += reason is null ? 0 : 1;
        if (Bad > limits.BadRecords)
        {
            End(TrailOutcome.TooLarge);
        }
    }

    // CloudTrail begins every record with its version, and text in a string can't look so: there, quotes are escaped.
    private bool FindRecord()
    {
        var text = _buffer.AsSpan(_at, _end - _at);
        for (var from = 0; text[from..].IndexOf("\"eventVersion\""u8) is >= 0 and var found; from += found + 1)
        {
            if (text[..(from + found)].TrimEnd(" \t\r\n"u8) is [.. var before, (byte)'{'] && before.TrimEnd(" \t\r\n"u8) is [.., (byte)',' or (byte)'['])
            {
                _at += before.Length;
                _place = Place.Element;
                return true;
            }
        }

        _at = Math.Max(_at, _end - Overlap);
        return false;
    }
}
