using System.Reflection.PortableExecutable;

namespace OrgLens.Bench.Results;

/// <summary>Whether a program was compiled ahead of time.</summary>
internal static class ReadyToRun
{
    public static bool IsCompiled(string executable)
    {
        var library = executable + ".dll";
        if (!File.Exists(library))
        {
            return false;
        }

        using var reader = new PEReader(File.OpenRead(library));
        return reader.PEHeaders.CorHeader?.ManagedNativeHeaderDirectory.Size > 0;
    }
}
