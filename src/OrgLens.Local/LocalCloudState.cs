using System.Text.Json;

namespace OrgLens.Local;

/// <summary>
/// The folder of a local cloud, seen from outside: who holds its lock runs, and what is in the ready file is how to reach it.
/// </summary>
public sealed class LocalCloudState : IDisposable
{
    private const string ReadyFile = "ready.json";
    private const string LockFile = "lock";
    private readonly FileStream _lock;

    private LocalCloudState(string folder, FileStream held)
    {
        Folder = folder;
        _lock = held;
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>The environment of the local cloud that is running in a folder.</summary>
    /// <exception cref="LocalCloudException">None is running, or it is not ready yet.</exception>
    public static IReadOnlyDictionary<string, string> ReadEnvironment(string folder)
    {
        var path = Path.Combine(folder, ReadyFile);
        try
        {
            using var free = TryLock(folder);
            if (free is null && JsonSerializer.Deserialize(File.ReadAllText(path), LocalCloudJson.Default.DictionaryStringString) is { } environment)
            {
                return environment;
            }
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            throw NotReady(folder, e);
        }

        throw NotReady(folder, null);
    }

    /// <summary>Takes the folder for this process; the operating system gives it back when the process ends, however it does.</summary>
    internal static LocalCloudState Acquire(string folder)
    {
        folder = Path.GetFullPath(folder);
        Directory.CreateDirectory(folder);
        var held = TryLock(folder)
            ?? throw new LocalCloudException($"A local cloud is running in {folder} already: stop it, or choose another folder with --state.");
        File.Delete(Path.Combine(folder, ReadyFile));
        return new LocalCloudState(folder, held);
    }

    /// <summary>Tells the world that the cloud can be used.</summary>
    internal void MarkReady(IReadOnlyDictionary<string, string> environment)
    {
        var path = Path.Combine(Folder, ReadyFile);
        var text = JsonSerializer.Serialize(new Dictionary<string, string>(environment), LocalCloudJson.Default.DictionaryStringString);
        File.WriteAllText(path + ".new", text);
        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>Gives the folder back.</summary>
    public void Dispose()
    {
        File.Delete(Path.Combine(Folder, ReadyFile));
        _lock.Dispose();
    }

    private static FileStream? TryLock(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException))
        {
            return null;
        }
    }

    private static LocalCloudException NotReady(string folder, Exception? cause) =>
        new($"No local cloud is ready in {Path.GetFullPath(folder)}: start one with `orglens local`.", cause!);
}
