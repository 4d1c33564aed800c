using System.Collections.Frozen;
using OrgLens.Aws;

namespace OrgLens.Sender;

/// <summary>The declaration of a collector: what it calls, where, and what becomes of the answers.</summary>
/// <param name="Name">Its name in the coverage: the section's path (<c>security.kms</c>), or <c>service.kind</c> for service resources.</param>
/// <param name="Section">Path of the section that its rows go to.</param>
public sealed record Collector(string Name, string Section)
{
    /// <summary>A collector whose name is its section's path.</summary>
    public Collector(string name)
        : this(name, name)
    {
    }

    /// <summary>Where it runs.</summary>
    public CollectorScope Scope { get; init; }

    /// <summary>All operations that it may call; another one is a defect and fails the collector.</summary>
    public required IReadOnlyList<AwsOperation> Operations { get; init; }

    /// <summary>What it enumerates besides <see cref="Name"/>, with the same calls.</summary>
    public IReadOnlyList<CollectorOutput> Others { get; init; } = [];

    /// <summary>Error codes that say that the account does not use the service, besides the ones that all services have.</summary>
    public IReadOnlyCollection<string> NotEnabledCodes { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Tells other failures that mean the same, where a code alone does not.</summary>
    public Func<AwsCallException, bool> IsNotEnabled { get; init; } = _ => false;

    /// <summary>It lists only what changed in the window: nothing is concluded from absence.</summary>
    public bool OnlyChanges { get; init; }

    /// <summary>Paid requests of one run, if every list has one page. They are reserved before the run.</summary>
    public int PaidCalls { get; init; }

    /// <summary>Does the work in one Region.</summary>
    public required Func<CollectorRun, CancellationToken, Task> CollectAsync { get; init; }

    /// <summary>All that it enumerates; the first is its own.</summary>
    public IEnumerable<CollectorOutput> Outputs => Others.Prepend(new CollectorOutput(Name, Section));

    /// <summary>The largest price of a request that it may make, in USD.</summary>
    public decimal PriceUsd => Operations.Max(operation => operation.PriceUsd);
}
