using System.Globalization;
using OrgLens.Local.Simulation;
using OrgLens.Local.Simulation.Estate;
using OrgLens.Receiver;
using OrgLens.Tests.Cluster;

namespace OrgLens.Tests.Sender.Simulated;

/// <summary>The simulated account as it was collected and loaded into PostgreSQL, beside the model that it was simulated from.</summary>
public sealed class LoadedAccount : IAsyncLifetime
{
    internal SimulatedRun Run { get; private set; } = null!;

    internal TestDatabase Database { get; private set; } = null!;

    internal LoadResult Result { get; private set; } = null!;

    internal SimulatedAccount Account => Run.Account;

    /// <summary>What the account owns, Region by Region: not what its services said.</summary>
    internal IReadOnlyList<RegionEstate> Estates { get; private set; } = [];

    internal RegionEstate Home => Estates[0];

    public async Task InitializeAsync()
    {
        Run = await SimulatedRun.SharedAsync();
        Estates = [.. Run.Account.Regions.Select(region => new RegionEstate(SimulatedRun.Organization, Run.Account, region))];
        Database = await TestDatabase.CreateAsync();
        Result = await Database.LoadAsync(Run.Snapshot);
    }

    public Task DisposeAsync() => Database.DisposeAsync().AsTask();

    /// <summary>Compares the rows of a query with lines of the model, in any order.</summary>
    internal async Task HoldsAsync(string query, IEnumerable<string> expected)
    {
        var (model, rows) = (expected.Order(StringComparer.Ordinal).ToList(), (await Database.RowsAsync(query)).Order(StringComparer.Ordinal).ToList());
        Assert.NotEmpty(model);
        Assert.True(
            model.SequenceEqual(rows, StringComparer.Ordinal),
            $"{model.Count} rows simulated, {rows.Count} loaded\nmissing:\n{Few(model.Except(rows))}\nsurplus:\n{Few(rows.Except(model))}");
    }

    /// <summary>The same of every Region.</summary>
    internal Task HoldsAsync(string query, Func<RegionEstate, IEnumerable<string>> expected) => HoldsAsync(query, Estates.SelectMany(expected));

    /// <summary>Values as the database writes them: instants in milliseconds since 1970, numbers without zeros at their end.</summary>
    internal static string Line(params object?[] values) => string.Join('|', values.Select(value => value switch
    {
        null => "-",
        bool flag => flag ? "t" : "f",
        double number => Text((decimal)number),
        decimal number => Text(number),
        DateTimeOffset instant => instant.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    }));

    /// <summary>Tags as they are compared: in the order of their keys.</summary>
    internal static string Tags(IReadOnlyDictionary<string, string> tags) =>
        string.Join(',', tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}"));

    private static string Few(IEnumerable<string> lines) => string.Join('\n', lines.Take(10));

    private static string Text(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
