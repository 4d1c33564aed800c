using System.Text;
using System.Text.Json;
using OrgLens.Audit.Trail;

namespace OrgLens.Tests.Audit.Trail;

/// <summary>The search for a record's end, 64 bytes at once, against a reader of JSON and against itself byte by byte.</summary>
public sealed class ValueScanTests
{
    private static readonly string[] s_texts =
    [
        "", "a", "eventSource", "ec2.amazonaws.com", "\\\"", "\\\\", "\\\\\\\"", "\\u0022", "{[]}", ",:", new string('x', 70), new string('\\', 128), "\u00fc\u20ac", "},{\\\"eventVersion\\\":",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_value_ends_where_a_JSON_reader_ends_it_in_whatever_pieces_it_comes(int seed)
    {
        var random = new Random(seed);
        for (var turn = 0; turn < 500; turn++)
        {
            var text = Encoding.UTF8.GetBytes(Value(random, 0) + (random.Next(2) == 0 ? "," : " ]"));
            var whole = Scan(text, text.Length);

            Assert.Equal((ScanResult.Complete, EndOf(text)), (whole.Result, whole.Position));
            Assert.Equal(whole, Scan(text, random.Next(1, 130)));
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Damage_is_seen_alike_in_whatever_pieces_it_comes_and_never_where_there_is_none(int seed)
    {
        var random = new Random(seed);
        var mutants = "\"\\{}[],:x1 \n\u0001"u8.ToArray();
        for (var turn = 0; turn < 500; turn++)
        {
            var text = Encoding.UTF8.GetBytes(Value(random, 0) + ",");
            text[random.Next(text.Length - 1)] = mutants[random.Next(mutants.Length)];
            var whole = Scan(text, text.Length);

            Assert.Equal(whole.Result, Scan(text, 1).Result);
            Assert.Equal(whole.Result, Scan(text, random.Next(1, 130)).Result);
            if (EndOf(text) is { } end)
            {
                Assert.Equal((ScanResult.Complete, end), (whole.Result, whole.Position));
            }
        }
    }

    private static (ScanResult Result, int Position, string Source, string Name, bool HasEscapes) Scan(byte[] text, int piece)
    {
        var scan = default(ValueScan);
        var result = ScanResult.NeedsMore;
        for (var known = 0; known < text.Length && result == ScanResult.NeedsMore;)
        {
            known = Math.Min(known + piece, text.Length);
            result = scan.Advance(text.AsSpan(0, known), 64);
        }

        return (result, scan.Position, Encoding.UTF8.GetString(text[scan.Source]), Encoding.UTF8.GetString(text[scan.Name]), scan.HasEscapes);
    }

    private static int? EndOf(byte[] text)
    {
        try
        {
            var reader = new Utf8JsonReader(text, isFinalBlock: false, default);
            return JsonDocument.TryParseValue(ref reader, out _) ? (int)reader.BytesConsumed : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Value(Random random, int depth) => (depth == 0 ? 0 : random.Next(depth > 4 ? 3 : 6)) switch
    {
        0 when depth > 0 => $"\"{s_texts[random.Next(s_texts.Length)]}\"",
        1 => random.Next(3) switch { 0 => "null", 1 => "true", _ => "-1.5e3" },
        2 => $"\"{s_texts[random.Next(s_texts.Length)]}{s_texts[random.Next(s_texts.Length)]}\"",
        3 => $"[{string.Join(Comma(random), Enumerable.Range(0, random.Next(4)).Select(_ => Value(random, depth + 1)))}]",
        _ => $"{{{string.Join(Comma(random), Enumerable.Range(0, random.Next(6)).Select(number => Member(random, depth, number)))}}}",
    };

    private static string Member(Random random, int depth, int number)
    {
        var name = random.Next(4) switch { 0 => "eventSource", 1 => "eventName", 2 => $"m{number}", _ => $"{s_texts[random.Next(s_texts.Length)]}{number}" };
        return $"\"{name}\"{(random.Next(4) == 0 ? " : " : ":")}{Value(random, depth + 1)}";
    }

    private static string Comma(Random random) => random.Next(5) == 0 ? " ,\r\n\t" : ",";
}
