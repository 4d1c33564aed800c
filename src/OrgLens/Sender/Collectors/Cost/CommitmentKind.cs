using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Cost;

/// <summary>A kind of promise to pay for a term.</summary>
/// <param name="ReservationType">Its name in the rows.</param>
/// <param name="Service">What it is for.</param>
/// <param name="Operations">What its functions call.</param>
/// <param name="ListAsync">Lists the account's; what can't be had is named in the output.</param>
/// <param name="UseAsync">Asks how each was used in the window: figures by id, in one paid call.</param>
/// <param name="CoverAsync">Asks how much of what they could have covered they did, in percent, in one paid call; null: not known.</param>
internal sealed record CommitmentKind(
    string ReservationType,
    string Service,
    IReadOnlyList<AwsOperation> Operations,
    Func<CollectorRun, OutputRun, CancellationToken, Task<IReadOnlyList<Commitment>>> ListAsync,
    Func<CollectorRun, OutputRun, CancellationToken, Task<IReadOnlyDictionary<string, CommitmentFigures>>> UseAsync,
    Func<CollectorRun, OutputRun, CancellationToken, Task<decimal?>> CoverAsync)
{
    /// <summary>Hours in a month, as AWS prices it.</summary>
    public const int HoursPerMonth = 730;
}
