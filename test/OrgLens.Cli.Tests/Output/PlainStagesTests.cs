using OrgLens.Cli.Output;

namespace OrgLens.Cli.Tests.Output;

public sealed class PlainStagesTests
{
    [Fact]
    public async Task A_stage_is_one_line_once_it_is_done()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var stages = new PlainStages(writer, TimeProvider.System);

        var result = await stages.RunAsync("Uploading", 3, progress =>
        {
            progress.Report(3);
            return Task.FromResult(42);
        });

        Assert.Equal(42, result);
        Assert.Matches(@"\AUploading: done in \d+\.\d s\n\z", writer.ToString());
    }
}
