using Spectre.Console;

namespace OrgLens.Cli;

/// <summary>Where a command writes: results to one stream, progress and errors to the other.</summary>
internal sealed record Terminal(TextWriter Output, TextWriter Error)
{
    /// <summary>Tables that go to a file or a pipe have no width of their own to keep to.</summary>
    private const int UnlimitedWidth = 4096;

    /// <summary>Whether a person watches the progress: animations are for eyes only.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>Whether results may have colours.</summary>
    public bool HasColors { get; init; }

    /// <summary>The columns of the screen; null when results don't go to one.</summary>
    public int? Width { get; init; }

    /// <summary>The terminal of this process. <c>NO_COLOR</c> (no-color.org) takes colours away, not progress.</summary>
    public static Terminal OfProcess()
    {
        var isScreen = !Console.IsOutputRedirected && System.Environment.GetEnvironmentVariable("TERM") != "dumb";
        return new Terminal(Console.Out, Console.Error)
        {
            IsInteractive = !Console.IsErrorRedirected && System.Environment.GetEnvironmentVariable("TERM") != "dumb",
            HasColors = isScreen && string.IsNullOrEmpty(System.Environment.GetEnvironmentVariable("NO_COLOR")),
            Width = isScreen && Console.WindowWidth > 0 ? Console.WindowWidth : null,
        };
    }

    /// <summary>A console that draws tables.</summary>
    public IAnsiConsole OutputConsole() => Draw(Output, Width ?? UnlimitedWidth, IsInteractive && Width is not null);

    /// <summary>A console that draws progress.</summary>
    public IAnsiConsole ErrorConsole() => Draw(Error, Width ?? 100, IsInteractive);

    private IAnsiConsole Draw(TextWriter writer, int width, bool isInteractive)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isInteractive ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = HasColors ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isInteractive ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = width;
        return console;
    }
}
