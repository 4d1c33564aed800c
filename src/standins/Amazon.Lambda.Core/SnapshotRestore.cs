using System.Collections.Concurrent;

namespace Amazon.Lambda.Core;

/// <summary>Keeps the hooks of SnapStart; this runtime client never takes a snapshot, so they are never called.</summary>
public static class SnapshotRestore
{
    private static readonly ConcurrentQueue<Func<ValueTask>> _beforeSnapshot = new();
    private static readonly ConcurrentQueue<Func<ValueTask>> _afterRestore = new();

    public static void RegisterBeforeSnapshot(Func<ValueTask> beforeSnapshotAction) => _beforeSnapshot.Enqueue(beforeSnapshotAction);

    public static void RegisterAfterRestore(Func<ValueTask> afterRestoreAction) => _afterRestore.Enqueue(afterRestoreAction);
}
