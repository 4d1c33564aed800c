namespace OrgLens.Local.Simulation;

/// <summary>How many rows of each kind a document for measurements has.</summary>
public sealed record RowCounts
{
    /// <summary>The smallest total that still has a row in every large section.</summary>
    public const int Minimum = 150;

    // One account, its contact and three alternates, the Config report, 19 services, the cost report with its top five,
    // five finding products, one trail and one log message.
    private const int Fixed = 1 + 1 + 3 + 1 + 19 + 1 + 5 + 5 + 1 + 1;

    // The shape that the published figures were measured with: 48,000 of 50,793 rows in the five large sections.
    private const int ReferenceTotal = 50_793;

    /// <summary>Security Hub findings.</summary>
    public required int Findings { get; init; }

    /// <summary>Rows of <c>service_resources</c>.</summary>
    public required int Resources { get; init; }

    /// <summary>Installed applications.</summary>
    public required int Applications { get; init; }

    /// <summary>Installed patches.</summary>
    public required int Patches { get; init; }

    /// <summary>AWS Config evaluations.</summary>
    public required int Evaluations { get; init; }

    /// <summary>Inspector findings.</summary>
    public int Vulnerabilities { get; init; }

    /// <summary>KMS keys, and as many secrets and certificates.</summary>
    public int Keys { get; init; }

    /// <summary>Compute Optimizer recommendations.</summary>
    public int Recommendations { get; init; }

    /// <summary>Managed nodes: the reference reads 50 applications of each.</summary>
    public int Nodes => Math.Max(1, (Applications + 49) / 50);

    /// <summary>All rows of the document.</summary>
    public int Total => Fixed + Findings + Resources + Applications + Patches + Evaluations + Vulnerabilities + 3 * Keys + Nodes + Recommendations;

    /// <summary>A document of <paramref name="total"/> rows in the proportions of the published measurements.</summary>
    public static RowCounts ForTotal(int total)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(total, Minimum);
        var large = Math.Min(total * 48_000L / ReferenceTotal, total - Fixed - 10 - total / 250);
        var counts = new RowCounts
        {
            Findings = (int)(large * 16 / 48),
            Resources = (int)(large * 11 / 48),
            Applications = (int)(large * 10 / 48),
            Patches = (int)(large * 6 / 48),
            Evaluations = (int)(large * 5 / 48),
        };
        var rest = total - counts.Total;
        counts = counts with { Keys = rest / 30, Vulnerabilities = rest / 5 };
        return counts with { Recommendations = total - counts.Total };
    }
}
