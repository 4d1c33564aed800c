namespace OrgLens.Sender;

/// <summary>What the deployer says about an account and about the run.</summary>
public sealed record CollectOptions
{
    /// <summary>Whose account it is.</summary>
    public string? Customer { get; init; }

    /// <summary>Who runs it.</summary>
    public string? Partner { get; init; }

    /// <summary>Names of the products in the account.</summary>
    public IReadOnlyList<string> Products { get; init; } = [];

    /// <summary>Both, Internet or Intranet.</summary>
    public string? Category { get; init; }

    /// <summary>PRODUCTION, STAGING, TEST, UAT or DEVELOPMENT.</summary>
    public string? Environment { get; init; }

    /// <summary>Whether names, addresses and phone numbers of people are collected.</summary>
    public bool IncludeContacts { get; init; } = true;

    /// <summary>Calls in flight in all.</summary>
    public int Concurrency { get; init; } = 256;

    /// <summary>Calls in flight to one service in one Region.</summary>
    public int ConcurrencyPerService { get; init; } = 8;

    /// <summary>Paid requests that a run may make.</summary>
    public int PaidCalls { get; init; } = 8;

    /// <summary>How long collecting may take; what is not done by then is recorded, and the document is written.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromMinutes(13);
}
