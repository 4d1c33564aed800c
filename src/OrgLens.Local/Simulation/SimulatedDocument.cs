using System.Globalization;

namespace OrgLens.Local.Simulation;

/// <summary>One snapshot document of the simulated organization: who, where and when.</summary>
public sealed record SimulatedDocument(SimulatedAccount Account, string Region, DateOnly Date)
{
    /// <summary>The key of the object in S3, as the reference names it.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"data/{Account.Id}/{Region}/{Date:yyyy-MM-dd}_DAILY.json");
}
