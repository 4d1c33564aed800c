using OrgLens.Receiver;

namespace OrgLens.Tests.Receiver;

/// <summary>Documents that ask for too much are refused without ever being in memory.</summary>
public sealed class DocumentLimitTests
{
    private const long Megabyte = 1024 * 1024;

    private static readonly SnapshotLimits s_small = new() { DocumentBytes = 5 * Megabyte, TokenBytes = 256 * 1024, ChunkBytes = 512 * 1024 };

    // Measured on this thread alone: reading is synchronous.
    private static long Allocated(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    [Fact]
    public void A_gzip_bomb_of_the_real_limit_is_refused_in_a_few_megabytes()
    {
        var bomb = DocumentText.GzipBomb("{\"account\":", "   \n", 257 * Megabyte);
        Assert.True(bomb.Length < 3 * Megabyte);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(RejectionReasons.TooLarge, DocumentText.Reject(bomb).Reason);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 * Megabyte);
    }

    [Theory]
    [InlineData("{\"service\":[{}", ",{\"service\":\"EC2\",\"cost\":1}")]
    [InlineData("{\"trusted_advisor\":[0", ",0")]
    [InlineData("{\"nonsense\":[0", ",[[[]]]")]
    [InlineData("{\"config\":{\"x\":[0", ",1")]
    [InlineData("{\"logs\":{\"message\":[0", ",{\"a\":\"b\"}")]
    [InlineData("{\"security\":{\"security_hub\":[{}", ",{}")]
    [InlineData("{\"security\":{\"security_hub\":[{\"x\":[]", ",\"y\":[{\"findings\":[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]}]")]
    [InlineData("{\"config\":[]", ",\"config\":[]")]
    [InlineData("{\"x\":\"", "text ")]
    [InlineData("{\"service\":[{\"x\":\"", "text ")]
    [InlineData("{\"x\":1", "1")]
    public void However_a_bomb_is_built_memory_stays_small(string begin, string piece)
    {
        var bomb = DocumentText.GzipBomb(begin, piece, s_small.DocumentBytes + Megabyte);
        var allocated = Allocated(() => Assert.Equal(RejectionReasons.TooLarge, DocumentText.Reject(bomb, s_small).Reason));
        Assert.InRange(allocated, 0, s_small.DocumentBytes / 2);
    }

    [Fact]
    public void Ever_new_unknown_members_do_not_fill_the_memory()
    {
        var members = string.Concat(Enumerable.Range(0, 200_000).Select(i => $"\"m{i}\":0,"));
        var outline = DocumentText.Outline("{" + members + DocumentText.Shortest[1..]);
        Assert.InRange(outline.IgnoredMembers.Count, 1, 200);
        Assert.Equal(200_000, outline.IgnoredMembers.Values.Sum());
    }

    [Fact]
    public void A_name_longer_than_any_report_is_cut()
    {
        var outline = DocumentText.Outline(DocumentText.With($"\"{new string('x', 100_000)}\": 1"));
        Assert.InRange(Assert.Single(outline.IgnoredMembers).Key.Length, 1, 300);
    }

    [Fact]
    public void The_limit_is_not_a_byte_lower_than_said()
    {
        var text = System.Text.Encoding.UTF8.GetBytes(DocumentText.Shortest);
        DocumentText.Outline(text, new SnapshotLimits { DocumentBytes = text.Length });
        Assert.Equal(RejectionReasons.TooLarge, DocumentText.Reject(text, new SnapshotLimits { DocumentBytes = text.Length - 1 }).Reason);
        DocumentText.Outline(DocumentText.Gzip(text), new SnapshotLimits { DocumentBytes = text.Length });
    }

    [Theory]
    [InlineData(62, false)]
    [InlineData(63, false)]
    [InlineData(64, true)]
    [InlineData(5000, true)]
    public void Nesting_beyond_64_levels_is_refused_wherever_it_is(int below, bool isRefused)
    {
        foreach (var member in new[] { "\"unknown\":", "\"service\":", "\"coverage\":" })
        {
            var text = DocumentText.With(member + new string('[', below) + new string(']', below));
            if (isRefused)
            {
                Assert.Equal(RejectionReasons.TooDeep, DocumentText.Reject(text).Reason);
            }
            else
            {
                DocumentText.Outline(text);
            }
        }
    }
}
