using System.Globalization;
using OrgLens.Tests.Cluster;

namespace OrgLens.Tests.Audit.Products;

/// <summary>The state follows from the events that came, not from when and how often they came.</summary>
public sealed class ProductOrderTests
{
    public static TheoryData<string, string> Lives => new()
    {
        { "terminated", "" },
        { "live", "app|pa-3|bob|UPDATE_PROVISIONED_PRODUCT" },
        { "termination that failed afterwards", "app|pa-2|arn:aws:sts::111122223333:assumed-role/CatalogUser/dana|UPDATE_PROVISIONED_PRODUCT" },
        { "all in one second", "" },
        { "name used twice", "app|pa-5|arn:aws:sts::111122223333:assumed-role/CatalogUser/dana|PROVISION_PRODUCT" },
        { "known by name only", "app|pa-5|arn:aws:sts::111122223333:assumed-role/CatalogUser/dana|-" },
    };

    [Theory]
    [MemberData(nameof(Lives))]
    public async Task The_five_events_of_a_life_give_the_same_state_in_each_of_their_120_orders(string life, string expected)
    {
        await using var database = await TestDatabase.CreateAsync();
        var orders = Permutations([0, 1, 2, 3, 4]).ToList();
        Assert.Equal(120, orders.Count);
        for (var turn = 0; turn < 5; turn++)
        {
            // One case for each order: its next event, and the one before it once more.
            await database.ApplyAsync(orders.Index().SelectMany(order =>
                order.Item[Math.Max(0, turn - 1)..(turn + 1)].Select(position => Life(life, order.Index)[position])));
        }

        var rows = await database.RowsAsync("""
            select p.product_key || ' ' || (to_jsonb(p) - 'row_updated_at')::text from service_catalog_products p
            union all
            select e.event_id || ' ' || e.product_key from service_catalog_events e where e.product_key is not null
            """);
        var states = orders.Index().Select(order =>
        {
            var (number, id) = (Case(order.Index), order.Index.ToString("x8", CultureInfo.InvariantCulture));
            return string.Join('\n', rows.Where(row => row.Contains(number, StringComparison.Ordinal))
                .Select(row => row.Replace(number, "#", StringComparison.Ordinal).Replace($"{id}-", "#-", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        }).ToList();

        Assert.Single(states.Distinct());
        Assert.Equal(
            expected.Length == 0 ? [] : [$"{expected}|120"],
            await database.RowsAsync("""
                select split_part(provisioned_product_name, '-', 1), provisioning_artifact_id, owner, record_type, count(*)
                from service_catalog_products group by 1, 2, 3, 4
                """));
        Assert.Equal("600", await database.RowAsync("select count(*) from service_catalog_events"));
    }

    [Fact]
    public async Task A_replay_of_everything_writes_no_row()
    {
        await using var database = await TestDatabase.CreateAsync();
        var calls = Lives.SelectMany((life, number) => Life((string)life[0], number)).ToList();
        await database.ApplyAsync(calls);
        var (state, versions) = (await database.StateAsync(), await VersionsAsync(database));
        Assert.NotEmpty(versions);

        await database.ApplyAsync(calls);
        await database.ApplyAsync(Enumerable.Reverse(calls));
        foreach (var call in calls)
        {
            await database.ApplyAsync(call);
        }

        Assert.Equal(state, await database.StateAsync());
        Assert.Equal(versions, await VersionsAsync(database));
    }

    [Fact]
    public async Task Batches_about_the_same_products_may_be_applied_at_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        var calls = Enumerable.Range(0, 20).SelectMany(number => Life("live", number)).ToList();
        await database.ApplyAsync(calls);
        var state = await database.StateAsync();
        await database.ClearAsync();

        // Each batch has one event of every product, in turning order.
        await Task.WhenAll(Enumerable.Range(0, 5).Select(position => Task.Run(() => database.ApplyAsync(
            calls.Where((_, index) => index % 5 == position).Order(Comparer<CatalogCall>.Create((a, b) => (position % 2 * 2 - 1) * (a.Case - b.Case)))))));

        Assert.Equal(state, await database.StateAsync());
    }

    private static Task<IReadOnlyList<string>> VersionsAsync(TestDatabase database) => database.RowsAsync("""
        select 'product', product_key, xmin::text, ctid::text from service_catalog_products
        union all
        select 'event', event_id::text, xmin::text, ctid::text from service_catalog_events
        order by 1, 2
        """);

    private static CatalogCall[] Life(string life, int number)
    {
        var (product, other) = (Case(number), $"{Case(number)}b");
        CatalogCall[] calls = life switch
        {
            "terminated" =>
            [
                new("ProvisionProduct", 1, product),
                new("UpdateProvisionedProduct", 2, product) { Version = 2 },
                new("UpdateProvisionedProduct", 3, product) { Version = 9, Error = "InvalidParametersException" },
                new("UpdateProvisionedProduct", 4, product) { Version = 3, User = "lee" },
                new("TerminateProvisionedProduct", 5, product) { Version = 3 },
            ],
            "live" =>
            [
                new("ProvisionProduct", 1, product) { Error = "ThrottlingException" },
                new("ProvisionProduct", 2, product),
                new("UpdateProvisionedProductProperties", 3, product) { Owner = "bob" },
                new("UpdateProvisionedProduct", 4, product) { Version = 3 },
                new("TerminateProvisionedProduct", 5, product) { Error = "ResourceInUseException" },
            ],
            "termination that failed afterwards" =>
            [
                new("ProvisionProduct", 1, product),
                new("TerminateProvisionedProduct", 2, product),
                new("TerminateProvisionedProduct", 3, product) { Error = "InvalidParametersException" },
                new("UpdateProvisionedProduct", 4, product) { Version = 2 },
                new("UpdateProvisionedProduct", 4, product) { Version = 2, Number = 9, Error = "ThrottlingException" },
            ],
            "all in one second" =>
            [
                new("ProvisionProduct", 1, product) { Number = 5 },
                new("UpdateProvisionedProduct", 1, product) { Number = 4 },
                new("UpdateProvisionedProduct", 1, product) { Number = 3, Version = 2 },
                new("UpdateProvisionedProductProperties", 1, product) { Number = 2, Owner = "bob" },
                new("TerminateProvisionedProduct", 1, product) { Number = 1 },
            ],
            "name used twice" =>
            [
                new("ProvisionProduct", 1, product),
                new("UpdateProvisionedProduct", 2, product) { IsNameOnly = true, Version = 2 },
                new("TerminateProvisionedProduct", 3, product) { IsNameOnly = true },
                new("ProvisionProduct", 4, other) { Name = $"app-{product}", Version = 4 },
                new("UpdateProvisionedProduct", 5, other) { Name = $"app-{product}", IsNameOnly = true, Version = 5 },
            ],
            _ =>
            [
                new("UpdateProvisionedProduct", 1, product) { IsNameOnly = true },
                new("TerminateProvisionedProduct", 2, product) { IsNameOnly = true },
                new("ProvisionProduct", 3, product) { IsNameOnly = true, Version = 4 },
                new("ProvisionProduct", 4, product) { IsNameOnly = true, Error = "DuplicateResourceException" },
                new("UpdateProvisionedProduct", 5, product) { IsNameOnly = true, Version = 5 },
            ],
        };
        return [.. calls.Select(call => call with { Case = number })];
    }

    private static string Case(int number) => string.Create(CultureInfo.InvariantCulture, $"c{number:00000}c");

    private static IEnumerable<int[]> Permutations(int[] items) => items.Length < 2
        ? [items]
        : items.SelectMany((item, index) => Permutations([.. items[..index], .. items[(index + 1)..]]).Select(rest => (int[])[item, .. rest]));
}
