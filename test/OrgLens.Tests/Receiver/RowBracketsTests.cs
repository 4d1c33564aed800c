using System.Text;
using System.Text.Json;
using OrgLens.Receiver;

namespace OrgLens.Tests.Receiver;

/// <summary>Where an object ends, wherever its brackets and quotes stand in the blocks that are looked at.</summary>
public sealed class RowBracketsTests
{
    private static readonly string[] s_objects =
    [
        "{}",
        """{"a":[{"b":"}]"},[[]],{}]}""",
        """{"quote":"\"}","backslash":"\\","both":"\\\"}{[","end":"\\\\"}""",
        """{"text":"é}ü]","":"{{{{[[[["}""",
        """{"deep":[[[[[[[[[[{"a":{"b":{"c":[]}}}]]]]]]]]]]}""",
    ];

    [Fact]
    public void An_object_ends_with_its_last_bracket()
    {
        foreach (var text in s_objects)
        {
            for (var filler = 0; filler < 140; filler++)
            {
                var filled = Encoding.UTF8.GetBytes($$"""{"{{new string('x', filler)}}":{{text}}}""");
                Assert.Equal(filled.Length, RowBrackets.Length([.. filled, .. ",{\"next\":\"}\"}]"u8], out var opened, out var hasEscapes));
                Assert.Equal(1 + Opened(text), opened);
                Assert.True(hasEscapes || !text.Contains('\\', StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void An_object_that_is_cut_has_no_end()
    {
        foreach (var text in s_objects)
        {
            var whole = Encoding.UTF8.GetBytes($$"""{"{{new string('x', 60)}}":{{text}}}""");
            for (var length = 0; length < whole.Length; length++)
            {
                Assert.Equal(0, RowBrackets.Length(whole.AsSpan(0, length), out _, out _));
            }
        }
    }

    private static int Opened(string text)
    {
        using var json = JsonDocument.Parse(text);
        return Opened(json.RootElement);
    }

    private static int Opened(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => 1 + value.EnumerateObject().Sum(member => Opened(member.Value)),
        JsonValueKind.Array => 1 + value.EnumerateArray().Sum(Opened),
        _ => 0,
    };
}
