namespace OrgLens.Local.Lambda;

/// <summary>What the host runs, and how.</summary>
public sealed record LambdaHostOptions
{
    /// <summary>The program that every function runs, with its arguments.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>The functions.</summary>
    public required IReadOnlyList<FunctionDefinition> Functions { get; init; }

    /// <summary>Where queues are: the local cloud's own endpoint or the emulator's.</summary>
    public required Uri SqsEndpoint { get; init; }

    /// <summary>Receives one log file per function.</summary>
    public required string LogFolder { get; init; }

    /// <summary>Variables of all functions: credentials, endpoint and so on. A function's own ones win.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The Region that functions run in.</summary>
    public string Region { get; init; } = "eu-west-1";

    /// <summary>The account that functions belong to.</summary>
    public string AccountId { get; init; } = "123456789012";

    /// <summary>The most environments of a function at a time.</summary>
    public int MaximumEnvironments { get; init; } = 4;

    /// <summary>How long an environment may take to ask for its first event.</summary>
    public TimeSpan InitTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an environment is kept without work.</summary>
    public TimeSpan IdleTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Receives every line that a function writes, with the function's name.</summary>
    public Action<string, string>? OnLog { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
