namespace AWS.Lambda.Powertools.Logging.Internal;

/// <summary>The keys that every line of the process carries, in the order in which they came. Readers never wait.</summary>
internal static class AppendedKeys
{
    private static readonly Lock Gate = new();
    private static KeyValuePair<string, object>[] keys = [];

    public static KeyValuePair<string, object>[] Current => Volatile.Read(ref keys);

    public static void Append(string key, object value)
    {
        lock (Gate)
        {
            var entry = KeyValuePair.Create(key, value);
            var index = Array.FindIndex(keys, existing => existing.Key == key);
            KeyValuePair<string, object>[] changed = index < 0 ? [.. keys, entry] : [.. keys];
            if (index >= 0)
            {
                changed[index] = entry;
            }

            Volatile.Write(ref keys, changed);
        }
    }

    public static void Remove(string[] removed)
    {
        lock (Gate)
        {
            Volatile.Write(ref keys, Array.FindAll(keys, existing => !removed.Contains(existing.Key)));
        }
    }

    public static void Clear()
    {
        lock (Gate)
        {
            Volatile.Write(ref keys, []);
        }
    }
}
