using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OrgLens.Audit.Trail;

/// <summary>
/// Finds the end of one JSON value, over as many pieces as it comes in, and on the way the members of its first level by which records are
/// chosen. Strings are leapt over by vectorised searches; no token is made.
/// </summary>
/// <remarks>
/// What is checked: strings are closed and hold no control characters, brackets match in kind, and commas, colons, strings and brackets
/// stand where they may. How literals are spelled, and what escapes and UTF-8 mean, is seen only when a record is materialised.
/// </remarks>
internal struct ValueScan
{
    private const byte White = 1, Quote = 2, Open = 3, Close = 4, Comma = 5, Colon = 6, Literal = 7;

    private static readonly byte[] Classes = Classify();

    private ulong _objects;
    private int _depth;
    private int _stringStart;
    private byte _last;
    private byte _beforeString;
    private bool _inString;
    private bool _isEscaped;
    private bool _isSourceNext;
    private bool _isNameNext;

    /// <summary>How many bytes of the value are behind.</summary>
    public int Position { get; private set; }

    /// <summary>Where the text of <c>eventSource</c> is; empty where there is none.</summary>
    public Range Source { get; private set; }

    /// <summary>Where the text of <c>eventName</c> is; empty where there is none.</summary>
    public Range Name { get; private set; }

    /// <summary>Whether the first level has escapes in names or in one of the two texts, so that it takes a JSON reader to tell them.</summary>
    public bool HasEscapes { get; private set; }

    /// <summary>Goes on where it stopped.</summary>
    /// <param name="value">The value from its first byte to the last one at hand.</param>
    /// <param name="depth">Levels of nesting that are allowed, at most 64.</param>
    public ScanResult Advance(ReadOnlySpan<byte> value, int depth)
    {
        var at = Position;
        while (at < value.Length)
        {
            if (_inString)
            {
                at = EndOfText(value, at);
                if (at == value.Length)
                {
                    break;
                }

                if (value[at] == '\\')
                {
                    if (at + 1 == value.Length)
                    {
                        break;
                    }

                    _isEscaped = true;
                    at += 2;
                    continue;
                }

                if (value[at] != '"')
                {
                    return ScanResult.Broken;
                }

                _inString = false;
                _last = (byte)'"';
                if (_depth <= 1)
                {
                    EndString(value, at);
                }

                at++;
                if (_depth == 0)
                {
                    Position = at;
                    return ScanResult.Complete;
                }

                continue;
            }

            var next = value[at];
            var kind = Classes[next];
            if (kind == White)
            {
                if (_depth == 0 && _last != 0)
                {
                    Position = at;
                    return ScanResult.Complete;
                }

                at++;
                continue;
            }

            switch (kind)
            {
                case Quote:
                    if (!MayBegin(_last))
                    {
                        return ScanResult.Broken;
                    }

                    _beforeString = _last;
                    _inString = true;
                    _isEscaped = false;
                    _stringStart = at + 1;
                    break;
                case Literal:
                    if (!MayBegin(_last) && Classes[_last] != Literal)
                    {
                        return ScanResult.Broken;
                    }

                    _last = next;
                    break;
                case Comma or Colon or Close when _depth == 0 && _last != 0:
                    // A literal by itself ends before what follows it.
                    Position = at;
                    return ScanResult.Complete;
                case Comma:
                    if (!EndsValue(_last))
                    {
                        return ScanResult.Broken;
                    }

                    _last = next;
                    break;
                case Colon:
                    if (_last != '"')
                    {
                        return ScanResult.Broken;
                    }

                    _last = next;
                    break;
                case Open:
                    if (_depth == depth)
                    {
                        return ScanResult.TooDeep;
                    }

                    if (!TryOpen(next))
                    {
                        return ScanResult.Broken;
                    }

                    break;
                case Close:
                    if (!TryClose(next))
                    {
                        return ScanResult.Broken;
                    }

                    if (_depth == 0)
                    {
                        Position = at + 1;
                        return ScanResult.Complete;
                    }

                    break;
                default:
                    return ScanResult.Broken;
            }

            at++;
        }

        Position = at;
        return ScanResult.NeedsMore;
    }

    /// <summary>Lets go of the bytes that are behind: the value is only to be passed over.</summary>
    public int Forget()
    {
        var behind = Position;
        Position = 0;
        (_isSourceNext, _isNameNext) = (false, false);
        return behind;
    }

    // The next quote, backslash or control character. Most texts are shorter than the call of a general search would be worth.
    private static int EndOfText(ReadOnlySpan<byte> value, int at)
    {
        ref var first = ref MemoryMarshal.GetReference(value);
        for (; at <= value.Length - Vector128<byte>.Count; at += Vector128<byte>.Count)
        {
            var bytes = Vector128.LoadUnsafe(ref first, (nuint)at);
            var stops = Vector128.Equals(bytes, Vector128.Create((byte)'"')) | Vector128.Equals(bytes, Vector128.Create((byte)'\\'))
                | Vector128.LessThan(bytes, Vector128.Create((byte)0x20));
            if (stops != Vector128<byte>.Zero)
            {
                return at + BitOperations.TrailingZeroCount(stops.ExtractMostSignificantBits());
            }
        }

        while (at < value.Length && value[at] is not ((byte)'"' or (byte)'\\' or < 0x20))
        {
            at++;
        }

        return at;
    }

    private static bool MayBegin(byte last) => last is 0 or (byte)':' or (byte)',' or (byte)'[' or (byte)'{';

    private static bool EndsValue(byte last) => last is (byte)'"' or (byte)'}' or (byte)']' || Classes[last] == Literal;

    private static byte[] Classify()
    {
        var classes = new byte[256];
        Set(White, " \t\r\n"u8);
        Set(Quote, "\""u8);
        Set(Open, "{["u8);
        Set(Close, "}]"u8);
        Set(Comma, ","u8);
        Set(Colon, ":"u8);
        Set(Literal, "0123456789+-.eEtrufalsn"u8);
        return classes;

        void Set(byte kind, ReadOnlySpan<byte> bytes)
        {
            foreach (var each in bytes)
            {
                classes[each] = kind;
            }
        }
    }

    private bool TryOpen(byte bracket)
    {
        var isInObject = _depth > 0 && (_objects >> (_depth - 1) & 1) == 1;
        if (_depth == 0 ? _last != 0 : isInObject ? _last != ':' : _last is not ((byte)'[' or (byte)','))
        {
            return false;
        }

        _objects = bracket == '{' ? _objects | 1UL << _depth : _objects & ~(1UL << _depth);
        _depth++;
        _last = bracket;
        return true;
    }

    private bool TryClose(byte bracket)
    {
        if (_depth == 0 || (bracket == '}') != ((_objects >> (_depth - 1) & 1) == 1) || !(EndsValue(_last) || _last == (bracket == '}' ? '{' : '[')))
        {
            return false;
        }

        _depth--;
        _last = bracket;
        return true;
    }

    private void EndString(ReadOnlySpan<byte> value, int end)
    {
        if (_beforeString == ':')
        {
            if (_isSourceNext || _isNameNext)
            {
                HasEscapes |= _isEscaped;
                if (_isSourceNext)
                {
                    Source = _stringStart..end;
                }
                else
                {
                    Name = _stringStart..end;
                }
            }

            (_isSourceNext, _isNameNext) = (false, false);
            return;
        }

        HasEscapes |= _isEscaped;
        var name = _stringStart <= end ? value[_stringStart..end] : default;
        _isSourceNext = name.SequenceEqual("eventSource"u8);
        _isNameNext = name.SequenceEqual("eventName"u8);
    }
}
