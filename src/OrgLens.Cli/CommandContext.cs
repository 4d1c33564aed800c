using OrgLens.Cli.Output;

namespace OrgLens.Cli;

/// <summary>What every command is given: where to write, in which format, and the variables of the environment.</summary>
internal sealed record CommandContext(Terminal Terminal, OutputFormat Format)
{
    /// <summary>Reads a variable of the environment; null when it is not set or empty.</summary>
    public Func<string, string?> Variable { get; init; } = name => System.Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    /// <summary>The environment of a local cloud that this command started itself; null when the process's own counts.</summary>
    public IReadOnlyDictionary<string, string>? LocalEnvironment { get; private init; }

    /// <summary>Where that local cloud answers; null when the process's own environment counts.</summary>
    public Uri? Endpoint => LocalEnvironment is { } environment ? new Uri(environment["AWS_ENDPOINT_URL"]) : null;

    public ResultRenderer Renderer => new(Terminal, Format);

    public IStages Stages => Terminal.IsInteractive ? new AnimatedStages(Terminal.ErrorConsole()) : new PlainStages(Terminal.Error, TimeProvider.System);

    public ServiceStages ServiceStages => new(Terminal.IsInteractive ? Terminal.ErrorConsole() : null, Stages);

    /// <summary>The same, but for a local cloud with the given environment.</summary>
    public CommandContext At(IReadOnlyDictionary<string, string> environment) => this with { LocalEnvironment = environment, Variable = environment.GetValueOrDefault };

    /// <summary>A variable that the command can't do without.</summary>
    public string Required(string name) => Variable(name) ?? throw new CommandException(
        $"{name} is not set", "environment", "start `orglens local` and run `eval \"$(orglens local env)\"`, or export the value of your hub", ExitCode.WrongUsage);
}
