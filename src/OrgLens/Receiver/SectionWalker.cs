using System.Text.Json;

namespace OrgLens.Receiver;

/// <summary>Follows a document's tokens and cuts out its rows and objects, without knowing any row's members.</summary>
/// <param name="sink">Takes them.</param>
/// <param name="limits">Limits of the document.</param>
/// <param name="isStrict">Whether every row is read; otherwise most are only cut out, and need not be well-formed.</param>
internal sealed class SectionWalker(ISectionSink sink, SnapshotLimits limits, bool isStrict)
{
    private readonly Stack<Frame> _frames = new([new Frame(Place.Document, string.Empty)]);
    private readonly JsonCopy _row = new(limits.ChunkBytes);
    private string _member = string.Empty;
    private int _hubProducts;
    private int _reports;
    private int _holderBytes;

    private Capture _capture;
    private int _captureDepth;
    private JsonCopy? _captureInto;

    private enum Place
    {
        Document,
        Root,
        Group,
        Rows,
        HubProducts,
        Reports,
        Holder,
    }

    private enum Capture
    {
        None,
        Nothing,
        Row,
        Whole,
        HolderMember,
    }

    /// <summary>Whether the last token was not taken, as it begins a row that the text does not end: it is to be given again with more text.</summary>
    public bool WantsMoreText { get; private set; }

    /// <summary>Takes the reader's current token, or the whole row that it begins and rows after it.</summary>
    /// <param name="reader">Stands on the token; after it, on the last one that was taken, or at the beginning of what is left of the text.</param>
    /// <param name="text">What the reader reads, from its beginning.</param>
    /// <param name="canWait">Whether there can be more text at a time than this.</param>
    /// <returns>False when the sink wants a pause, or more text.</returns>
    public bool Take(ref Utf8JsonReader reader, ref ReadOnlySpan<byte> text, bool canWait)
    {
        WantsMoreText = false;
        TokenCheck.Check(ref reader, limits);
        if (_capture != Capture.None)
        {
            _captureInto?.Append(ref reader);
            return !Closes(reader.TokenType) || reader.CurrentDepth != _captureDepth || EndCapture();
        }

        var frame = _frames.Peek();
        if (reader.TokenType == JsonTokenType.PropertyName)
        {
            EnterMember(frame, ref reader);
            return true;
        }

        if (Closes(reader.TokenType))
        {
            Leave(_frames.Pop());
            return true;
        }

        return frame.Place switch
        {
            Place.Document => EnterDocument(ref reader),
            Place.Root => EnterRootValue(ref reader),
            Place.Group => EnterList($"{frame.Section}.{_member}", ref reader),
            Place.Rows => EnterRow(frame, ref reader, ref text, canWait),
            Place.HubProducts => EnterHubProduct(ref reader),
            Place.Reports => EnterReport(ref reader),
            _ => EnterHolderValue(frame, ref reader),
        };
    }

    private static bool Closes(JsonTokenType token) => token is JsonTokenType.EndObject or JsonTokenType.EndArray;

    private void EnterMember(Frame frame, ref Utf8JsonReader reader)
    {
        _member = reader.ValueTextEquals(_member) ? _member : reader.GetString()!;
        if (frame.Place == Place.Root)
        {
            sink.Present(_member);
        }
        else if (frame.Place == Place.Holder && _member != frame.RowsMember)
        {
            frame.Members!.Append(ref reader);
        }
    }

    private bool EnterDocument(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new SnapshotRejectedException(RejectionReasons.NotASnapshot, "the document is not a JSON object");
        }

        _frames.Push(new Frame(Place.Root, string.Empty));
        return true;
    }

    private bool EnterRootValue(ref Utf8JsonReader reader)
    {
        var token = reader.TokenType;
        if (SnapshotForm.Facts.Contains(_member))
        {
            return Begin(Capture.Whole, _row, ref reader);
        }

        var isObjectSection = SnapshotForm.Objects.Contains(_member) || SnapshotForm.Groups.Contains(_member) || _member == "config";
        if (_member == "config" && token == JsonTokenType.StartArray)
        {
            _frames.Push(Frame.Reports);
            return true;
        }

        if (isObjectSection && token == JsonTokenType.StartArray)
        {
            sink.Failed(_member);
            return Begin(Capture.Nothing, null, ref reader);
        }

        if (isObjectSection && token == JsonTokenType.StartObject)
        {
            return EnterObjectSection(ref reader);
        }

        if (_member == "support_tickets" && token == JsonTokenType.StartObject)
        {
            // The reference documents an object with totals around the tickets; its code writes the bare list.
            _frames.Push(new Frame(Place.Holder, "support_tickets") { RowsMember = "tickets", Members = Opened(ref reader) });
            return true;
        }

        return EnterList(_member, ref reader);
    }

    private bool EnterObjectSection(ref Utf8JsonReader reader)
    {
        if (SnapshotForm.Objects.Contains(_member))
        {
            return Begin(Capture.Whole, _row, ref reader);
        }

        if (_member == "config")
        {
            return EnterReport(ref reader);
        }

        _frames.Push(new Frame(Place.Group, _member));
        return true;
    }

    // A Region's report on its rules: the reference has one of them, where a document speaks of one Region.
    private bool EnterReport(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            sink.Ignored("config[]");
            return Begin(Capture.Nothing, null, ref reader);
        }

        if (_reports == limits.Products.Count)
        {
            throw new SnapshotRejectedException(RejectionReasons.TooLarge, $"reports of more than {limits.Products.Count} Regions");
        }

        _frames.Push(new Frame(Place.Holder, SnapshotForm.Evaluations)
        {
            RowsMember = "non_compliant_resources",
            Index = _reports++,
            Members = Opened(ref reader),
        });
        return true;
    }

    private bool EnterList(string path, ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.StartArray && path == "security.security_hub")
        {
            _frames.Push(new Frame(Place.HubProducts, path));
            return true;
        }

        if (reader.TokenType == JsonTokenType.StartArray && SnapshotForm.Lists.Contains(path))
        {
            _frames.Push(new Frame(Place.Rows, path));
            return true;
        }

        if (!SnapshotForm.Lists.Contains(path) && !SnapshotForm.NeverFilled.Contains(path) && path != "security.security_hub" && path != "config"
            && !SnapshotForm.Objects.Contains(path) && !SnapshotForm.Groups.Contains(path))
        {
            sink.Ignored(path);
        }

        return Begin(Capture.Nothing, null, ref reader);
    }

    private bool EnterHubProduct(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            sink.Ignored("security.security_hub[]");
            return Begin(Capture.Nothing, null, ref reader);
        }

        if (_hubProducts == limits.Products.Count)
        {
            throw new SnapshotRejectedException(RejectionReasons.TooLarge, $"findings of more than {limits.Products.Count} products");
        }

        _frames.Push(new Frame(Place.Holder, SnapshotForm.Findings) { RowsMember = "findings", Index = _hubProducts++, Members = Opened(ref reader) });
        return true;
    }

    private bool EnterHolderValue(Frame frame, ref Utf8JsonReader reader)
    {
        if (_member != frame.RowsMember)
        {
            return Begin(Capture.HolderMember, frame.Members, ref reader);
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return Begin(Capture.Nothing, null, ref reader);
        }

        _frames.Push(new Frame(Place.Rows, frame.Section) { Index = frame.Index });
        return true;
    }

    private void Leave(Frame frame)
    {
        if (frame.Place == Place.Reports && _reports == 0)
        {
            sink.Failed("config");
        }

        if (frame.Place != Place.Holder)
        {
            return;
        }

        frame.Members!.AppendEndObject();
        if (frame.Members.IsTooLong || (_holderBytes += frame.Members.Written.Length) > limits.Products.Bytes)
        {
            throw new SnapshotRejectedException(RejectionReasons.TooLarge, $"the members around {frame.Section} have more than {limits.Products.Bytes} bytes");
        }

        sink.Parent(frame.Section, frame.Index, frame.Members.Written);
    }

    private JsonCopy Opened(ref Utf8JsonReader reader)
    {
        var members = new JsonCopy(Math.Min(limits.Products.Bytes, limits.ChunkBytes / 4));
        members.Append(ref reader);
        return members;
    }

    private bool Begin(Capture capture, JsonCopy? into, ref Utf8JsonReader reader)
    {
        if (capture is Capture.Row or Capture.Whole)
        {
            into!.Clear();
        }

        _capture = capture;
        _captureInto = into;
        _captureDepth = reader.CurrentDepth;
        into?.Append(ref reader);
        return reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray || EndCapture();
    }

    private bool EndCapture()
    {
        var ended = _capture;
        _capture = Capture.None;
        switch (ended)
        {
            case Capture.Row:
                return EndRow();
            case Capture.Whole when _row.IsTooLong:
                throw new SnapshotRejectedException(RejectionReasons.TooLarge, $"{_member} has more than {limits.ChunkBytes} bytes");
            case Capture.Whole:
                sink.Whole(_member, _row.Written);
                return true;
            default:
                return true;
        }
    }

    private bool EnterRow(Frame frame, ref Utf8JsonReader reader, ref ReadOnlySpan<byte> text, bool canWait)
    {
        var depth = reader.CurrentDepth;
        switch (WholeRow.Take(ref reader, text, limits, out var row))
        {
            case WholeRow.Taking.Whole:
                return sink.Row(frame.Section, frame.Index, row) && (isStrict || TakeNextRows(frame, ref reader, ref text, depth));
            case WholeRow.Taking.Cut when canWait:
                WantsMoreText = true;
                return false;
            default:
                return Begin(Capture.Row, _row, ref reader);
        }
    }

    private bool TakeNextRows(Frame frame, ref Utf8JsonReader reader, ref ReadOnlySpan<byte> text, int depth)
    {
        var goOn = true;
        var begun = (int)reader.BytesConsumed;
        var position = begun;
        while (goOn && WholeRow.TryTakeNext(text, ref position, depth, limits, out var row))
        {
            goOn = sink.Row(frame.Section, frame.Index, row);
        }

        if (position > begun)
        {
            // Behind any row the reader knows as much as behind the first.
            text = text[position..];
            reader = new Utf8JsonReader(text, reader.IsFinalBlock, reader.CurrentState);
        }

        return goOn;
    }

    private bool EndRow()
    {
        var frame = _frames.Peek();
        // A row that fits into no request can't be loaded; as an empty one it is reported like any other bad row.
        return sink.Row(frame.Section, frame.Index, _row.IsTooLong ? "{}"u8 : _row.Written);
    }

    private sealed record Frame(Place Place, string Section)
    {
        // One for all: a document may repeat the member without end.
        public static readonly Frame Reports = new(Place.Reports, "config");

        public int Index { get; init; }

        public string? RowsMember { get; init; }

        public JsonCopy? Members { get; init; }
    }
}
