using System.Globalization;

namespace OrgLens.Cli.Output;

/// <summary>A line per stage, for logs and pipes.</summary>
internal sealed class PlainStages(TextWriter writer, TimeProvider time) : IStages
{
    public async Task<T> RunAsync<T>(string name, double total, Func<IProgress<double>, Task<T>> work)
    {
        var start = time.GetTimestamp();
        var result = await work(new Silence());
        await writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name}: done in {time.GetElapsedTime(start).TotalSeconds:F1} s"));
        return result;
    }

    private sealed class Silence : IProgress<double>
    {
        public void Report(double value)
        {
        }
    }
}
