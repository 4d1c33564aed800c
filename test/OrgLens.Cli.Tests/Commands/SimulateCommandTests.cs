using System.IO.Compression;
using System.Text.Json;

namespace OrgLens.Cli.Tests.Commands;

public sealed class SimulateCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("simulate");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Writes_the_same_bytes_for_the_same_arguments()
    {
        var first = await Simulate("a", "--accounts", "7", "--days", "2", "--seed", "5");
        var second = await Simulate("b", "--accounts", "7", "--days", "2", "--seed", "5");

        Assert.NotEmpty(first);
        Assert.Equal(first.Keys, second.Keys);
        Assert.All(first, file => Assert.Equal(file.Value, second[file.Key]));
    }

    [Fact]
    public async Task Another_seed_gives_another_organization()
    {
        var first = await Simulate("a", "--accounts", "2", "--days", "1", "--seed", "5");
        var second = await Simulate("b", "--accounts", "2", "--days", "1", "--seed", "6");

        Assert.Empty(first.Keys.Intersect(second.Keys));
    }

    [Fact]
    public async Task Names_files_as_the_reference_names_its_keys()
    {
        var files = await Simulate("a", "--accounts", "3", "--days", "2", "--start", "2026-02-28");

        Assert.All(files.Keys, path => Assert.Matches(@"\Adata/\d{12}/[a-z]+-[a-z]+-\d/2026-0(2-28|3-01)_DAILY\.json\z", path));
        Assert.Equal(3, files.Keys.Select(path => path.Split('/')[1]).Distinct().Count());
    }

    [Fact]
    public async Task Compressed_documents_hold_the_same_bytes()
    {
        var plain = await Simulate("a", "--accounts", "2", "--days", "1");
        var compressed = await Simulate("b", "--accounts", "2", "--days", "1", "--gzip");

        Assert.Equal(plain.Keys.Select(path => path + ".gz"), compressed.Keys);
        Assert.All(compressed, file => Assert.Equal(plain[file.Key[..^3]], Decompress(file.Value)));
    }

    [Fact]
    public async Task Trail_files_lie_beside_the_documents()
    {
        var files = await Simulate("a", "--accounts", "2", "--days", "1", "--start", "2026-03-02", "--trail-days", "3");

        Assert.Equal(["2026/02/28", "2026/03/01", "2026/03/02"], files.Keys.Where(path => path.StartsWith("AWSLogs/o-", StringComparison.Ordinal)).Select(path => path.Split("/", 6)[5][..10]).Distinct().Order());
        Assert.Contains(files.Keys, path => path.StartsWith("data/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tells_what_it_wrote_in_the_format_that_was_asked_for()
    {
        using var terminal = new RecordingTerminal();
        var exitCode = await terminal.RunAsync("simulate", "--accounts", "1", "--days", "2", "--rows", "200", "--out", _folder.FullName, "--output", "json");

        Assert.Equal(ExitCode.Fine, exitCode);
        var summary = JsonDocument.Parse(terminal.Output).RootElement[0];
        Assert.Equal(2, summary.GetProperty("documents").GetInt32());
        Assert.Equal(400, summary.GetProperty("rows").GetInt32());
        Assert.Equal(_folder.EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length), summary.GetProperty("bytes").GetInt64());
    }

    private static byte[] Decompress(byte[] bytes)
    {
        using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        gzip.CopyTo(plain);
        return plain.ToArray();
    }

    private async Task<SortedDictionary<string, byte[]>> Simulate(string name, params string[] arguments)
    {
        var folder = Path.Combine(_folder.FullName, name);
        using var terminal = new RecordingTerminal();
        Assert.Equal(ExitCode.Fine, await terminal.RunAsync(["simulate", "--out", folder, .. arguments]));
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            files.Add(Path.GetRelativePath(folder, path).Replace('\\', '/'), await File.ReadAllBytesAsync(path));
        }

        return files;
    }
}
