using OrgLens.Local.DataApi;
using OrgLens.Local.Gateway;
using OrgLens.Local.Simulation;

namespace OrgLens.Local;

/// <summary>How to set up a local cloud.</summary>
public sealed record LocalCloudOptions
{
    /// <summary>The port of the endpoint when none is given; LocalStack's, by habit.</summary>
    public const int DefaultPort = 4566;

    /// <summary>The folder of the state when none is given.</summary>
    public const string DefaultStateFolder = ".orglens";

    /// <summary>Holds database, logs and the ready file.</summary>
    public string StateFolder { get; init; } = DefaultStateFolder;

    /// <summary>The port of the endpoint; 0 takes a free one.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>The Region that everything is in.</summary>
    public string Region { get; init; } = "eu-west-1";

    /// <summary>The account that everything belongs to; the emulator knows only this one without being asked.</summary>
    public string AccountId { get; init; } = "123456789012";

    /// <summary>The database.</summary>
    public string Database { get; init; } = "core";

    /// <summary>The functions to run; without them there is a cloud with nobody in it.</summary>
    public LocalFunctions? Functions { get; init; }

    /// <summary>The function that brings the database to its current version; null leaves the database empty.</summary>
    /// <remarks>The template names its functions after the stack, which is called orglens in a local cloud.</remarks>
    public string? MigrationFunction { get; init; } = "orglens-MigrateDatabase";

    /// <summary>Applies the schema some other way than by invoking <see cref="MigrationFunction"/>.</summary>
    public Func<LocalCloud, CancellationToken, Task>? ApplySchema { get; init; }

    /// <summary>Whether the database waits for the disk.</summary>
    public bool IsDurable { get; init; } = true;

    /// <summary>How long a received message stays hidden: longer than its function may take.</summary>
    public TimeSpan QueueVisibilityTimeout { get; init; } = TimeSpan.FromMinutes(6);

    /// <summary>How often a message is received before it goes to the dead-letter queue.</summary>
    public int MaximumReceives { get; init; } = 5;

    /// <summary>The most execution environments of a function.</summary>
    public int MaximumEnvironments { get; init; } = 4;

    /// <summary>The limits of the Data API.</summary>
    public DataApiLimits DataApiLimits { get; init; } = new();

    /// <summary>The organization whose accounts can be looked at; null: there is no account but the local cloud's own.</summary>
    public SimulationOptions? Simulation { get; init; }

    /// <summary>Further local values for references of the template.</summary>
    public IReadOnlyDictionary<string, string> TemplateValues { get; init; } = new Dictionary<string, string>();

    /// <summary>Further variables for all functions.</summary>
    public IReadOnlyDictionary<string, string> FunctionEnvironment { get; init; } = new Dictionary<string, string>();

    /// <summary>Receives every signed request that comes to the endpoint.</summary>
    public Action<LocalRequest>? OnRequest { get; init; }

    /// <summary>Receives every line that a function writes, with the function's name.</summary>
    public Action<string, string>? OnFunctionLog { get; init; }
}
