#nullable enable
using System.Buffers;

namespace Amazon.StandIns;

/// <summary>
/// Collects a request body in a pooled array. The pipeline wants an array of the exact length (it signs and may resend it),
/// so the body is copied once, at the end.
/// </summary>
internal sealed class RequestBuffer(int expectedSize) : IBufferWriter<byte>, IDisposable
{
    private const int SmallestGrowth = 256;

    // The shared pool keeps large arrays per thread, and consecutive calls come from different threads.
    private static readonly ArrayPool<byte> Pool = ArrayPool<byte>.Create(maxArrayLength: 16 << 20, maxArraysPerBucket: 4);

    private byte[] buffer = Pool.Rent(Math.Max(expectedSize, SmallestGrowth));
    private int written;

    public void Advance(int count) => written += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return buffer.AsMemory(written);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return buffer.AsSpan(written);
    }

    public byte[] ToContent()
    {
        var content = GC.AllocateUninitializedArray<byte>(written);
        buffer.AsSpan(0, written).CopyTo(content);
        return content;
    }

    public void Dispose()
    {
        Pool.Return(buffer);
        buffer = [];
        written = 0;
    }

    private void Reserve(int sizeHint)
    {
        var needed = checked(written + Math.Max(sizeHint, SmallestGrowth));
        if (needed <= buffer.Length)
        {
            return;
        }

        var larger = Pool.Rent((int)Math.Min(Math.Max(needed, 2L * buffer.Length), Array.MaxLength));
        buffer.AsSpan(0, written).CopyTo(larger);
        Pool.Return(buffer);
        buffer = larger;
    }
}
