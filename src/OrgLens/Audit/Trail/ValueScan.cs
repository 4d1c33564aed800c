using System.Numerics;
using System.Runtime.CompilerServices;

namespace OrgLens.Audit.Trail;

/// <summary>
/// Finds the end of one JSON value, over as many pieces as it comes in, and on the way the members of its first level by which records are
/// chosen. What is inside of strings is told from what is not for 64 bytes at once; no token is made.
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
    private int _escapesUntil;
    private byte _last;
    private byte _beforeString;
    private bool _isInString;
    private bool _isEscapeOpen;
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
        while (Position < value.Length)
        {
            var block = TextBlock.Of(value[Position..], ref _isInString, ref _isEscapeOpen);
            if (block.Backslashes != 0)
            {
                _escapesUntil = Position + block.Length;
            }

            var result = Walk(value, block, depth);
            if (result != ScanResult.NeedsMore)
            {
                return result;
            }

            Position += block.Length;
        }

        return ScanResult.NeedsMore;
    }

    /// <summary>Lets go of the bytes that are behind: the value is only to be passed over.</summary>
    public int Forget()
    {
        var behind = Position;
        Position = 0;
        _escapesUntil = 0;
        (_isSourceNext, _isNameNext) = (false, false);
        return behind;
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

    // From one byte that matters to the next: all others are inside of strings.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ScanResult Walk(ReadOnlySpan<byte> value, in TextBlock block, int depth)
    {
        // White space ends a literal that stands alone; elsewhere it is of no meaning.
        var classes = Classes;
        var marks = _depth == 0 ? block.Marks | block.Spaces : block.Marks;
        for (; marks != 0; marks &= marks - 1)
        {
            var offset = BitOperations.TrailingZeroCount(marks);
            var at = Position + offset;
            var next = value[at];
            switch (classes[next])
            {
                case Quote when block.IsInString(offset):
                    if (!MayBegin(_last))
                    {
                        return ScanResult.Broken;
                    }

                    _beforeString = _last;
                    _stringStart = at + 1;
                    break;
                case Quote:
                    _last = next;
                    if (_depth <= 1)
                    {
                        EndString(value, at);
                    }

                    if (_depth == 0)
                    {
                        return CompleteAt(at + 1);
                    }

                    break;
                case White or Comma or Colon or Close when _depth == 0 && _last != 0:
                    // A literal by itself ends before what follows it.
                    return CompleteAt(at);
                case White:
                    break;
                case Literal:
                    if (!MayBegin(_last) && classes[_last] != Literal)
                    {
                        return ScanResult.Broken;
                    }

                    _last = next;
                    break;
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
                        return CompleteAt(at + 1);
                    }

                    break;
                default:
                    return ScanResult.Broken;
            }
        }

        return block.IsBroken ? ScanResult.Broken : ScanResult.NeedsMore;
    }

    private ScanResult CompleteAt(int position)
    {
        Position = position;
        return ScanResult.Complete;
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
        var text = _stringStart <= end ? value[_stringStart..end] : default;
        if (_beforeString == ':')
        {
            if (_isSourceNext || _isNameNext)
            {
                HasEscapes |= MayHaveEscapes(text);
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

        HasEscapes |= MayHaveEscapes(text);
        _isSourceNext = text.SequenceEqual("eventSource"u8);
        _isNameNext = text.SequenceEqual("eventName"u8);
    }

    private readonly bool MayHaveEscapes(ReadOnlySpan<byte> text) => _escapesUntil > _stringStart && text.Contains((byte)'\\');
}
