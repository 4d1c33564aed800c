using System.IO.Compression;
using System.Text.Json;
using Amazon.RDSDataService.Model;
using OrgLens.Audit.Products;
using OrgLens.Audit.Trail;
using OrgLens.Database;
using OrgLens.Local.DataApi;
using OrgLens.Local.Simulation;
using OrgLens.Tests.Cluster;

namespace OrgLens.Tests.Audit.Products;

public sealed class ProductAuditTests
{
    private static readonly CatalogCall s_provision = new("ProvisionProduct", 1, "a");
    private static readonly CatalogCall s_update = new("UpdateProvisionedProduct", 2, "a") { Version = 2, User = "lee" };
    private static readonly CatalogCall s_terminate = new("TerminateProvisionedProduct", 3, "a") { Version = 2 };

    [Fact]
    public async Task Provisioning_inserts_updating_updates_and_terminating_removes()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.ApplyAsync(s_provision);
        Assert.Equal("pp-a|app-a|CFN_STACK|prod-web|Standard web tier|pa-1|v1.0|lpv2-1|rec-1|PROVISION_PRODUCT|[]|[]|CREATED|12:01|12:01|dana|dana|1", await CurrentAsync(database));
        await database.ApplyAsync(s_update);
        Assert.Equal("pp-a|app-a|CFN_STACK|prod-web|Standard web tier|pa-2|v2.0|lpv2-1|rec-2|UPDATE_PROVISIONED_PRODUCT|[]|[]|CREATED|12:01|12:02|dana|lee|1", await CurrentAsync(database));
        await database.ApplyAsync(s_terminate);
        Assert.Empty(await database.RowsAsync("select * from view_service_catalog_products"));
        Assert.Equal(
            ["ProvisionProduct|pp-a|v1.0", "UpdateProvisionedProduct|pp-a|v2.0", "TerminateProvisionedProduct|pp-a|v2.0"],
            await database.RowsAsync("select event_name, product_key, provisioning_artifact_name from service_catalog_events order by event_time"));
    }

    [Fact]
    public async Task An_update_before_its_provisioning_creates_the_product_and_late_provisioning_ends_no_termination()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.ApplyAsync(s_update);
        Assert.Equal("pp-a|-|lee", await database.RowAsync("select provisioned_product_id, created_time, requester from service_catalog_products"));
        await database.ApplyAsync(s_terminate);
        await database.ApplyAsync(s_provision);
        await database.ApplyAsync(s_provision with { Minute = 4, Number = 4 });
        Assert.Equal("0", await database.RowAsync("select count(*) from service_catalog_products"));
        Assert.Equal("4", await database.RowAsync("select count(*) from service_catalog_events"));
    }

    [Fact]
    public async Task A_refused_call_is_history_only()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.ApplyAsync(
            s_provision, s_terminate with { Error = "InvalidParametersException" }, new CatalogCall("ProvisionProduct", 4, "b") { Error = "DuplicateResourceException" });
        Assert.Equal("pp-a|PROVISION_PRODUCT", await database.RowAsync("select provisioned_product_id, record_type from service_catalog_products"));
        Assert.Equal(
            ["TerminateProvisionedProduct|InvalidParametersException|It can't be done.", "ProvisionProduct|DuplicateResourceException|It can't be done."],
            await database.RowsAsync("select event_name, error_code, error_message from view_service_catalog_failures order by event_time"));
    }

    [Fact]
    public async Task A_batch_takes_one_call()
    {
        await using var database = await TestDatabase.CreateAsync();
        database.Faults.Reset();
        await database.ApplyAsync(Enumerable.Range(0, 500).Select(number => new CatalogCall("ProvisionProduct", 1, $"p{number}") { Case = number }));
        Assert.Equal(1, database.Faults.Calls);
        Assert.Equal("500", await database.RowAsync("select count(*) from service_catalog_products"));
    }

    [Fact]
    public async Task A_row_that_the_database_refuses_is_found_and_all_others_are_committed()
    {
        await using var database = await TestDatabase.CreateAsync();
        var records = Enumerable.Range(0, 10).Select(number => new CatalogCall("ProvisionProduct", 1, $"p{number}") { Case = number }).Select(call => call.Json).ToList();
        records[3]["userAgent"] = "nul \0 byte";
        records[7]["eventTime"] = "9999-12-31T23:59:59Z";
        records[8]["userAgent"] = "half";
        var failures = await database.Audit().ApplyAsync(
            [.. records.Select(record => TrailRecord.Of(JsonElement.Parse(record.ToJsonString().Replace("\"half\"", "\"\\ud800\"", StringComparison.Ordinal))))], CancellationToken.None);
        Assert.Equal(
            [new TrailFailure(3, "The database refuses its row (SQLSTATE 22P05)."), new TrailFailure(8, "A text in it is no Unicode.")],
            failures.OrderBy(failure => failure.Index));
        Assert.Equal("8", await database.RowAsync("select count(*) from service_catalog_products"));
    }

    [Fact]
    public async Task A_database_that_is_away_is_thrown_on_and_nothing_is_written()
    {
        await using var database = await TestDatabase.CreateAsync();
        database.Faults.FailNext(100, DataApiFault.DatabaseResuming);
        await Assert.ThrowsAsync<DatabaseResumingException>(() => database.Audit(TestDatabase.Once).ApplyAsync([s_provision.Record], CancellationToken.None));
        database.Faults.Reset();
        await database.ExecuteAsync("revoke all on service_catalog_events from orglens_app");
        await Assert.ThrowsAsync<DatabaseErrorException>(() => database.Audit().ApplyAsync([s_provision.Record, s_update.Record], CancellationToken.None));
        Assert.Equal("0", await database.RowAsync("select count(*) from service_catalog_events"));
    }

    [Fact]
    public async Task Views_and_questions_tell_use_versions_lifetimes_and_failures()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.ExecuteAsync("insert into accounts (account_id, account_name) values ('111122223333', 'shop')");
        await database.ApplyAsync(
            s_provision, s_update, s_terminate,
            new CatalogCall("ProvisionProduct", 10, "b") { Case = 1 },
            new CatalogCall("ProvisionProduct", 11, "c") { Case = 1, Version = 2 },
            new CatalogCall("ProvisionProduct", 12, "d") { Case = 1, Version = 2, Error = "DuplicateResourceException" });
        Assert.Equal(
            ["app-b|shop|v1.0|1", "app-c|shop|v2.0|0"],
            await database.RowsAsync("select provisioned_product_name, account_name, provisioning_artifact_name, versions_behind from view_service_catalog_products order by 1"));
        Assert.Equal(
            ["2026-03-02|v1.0|dana|2|0|0|0", "2026-03-02|v2.0|dana|1|0|1|1", "2026-03-02|v2.0|lee|0|1|0|0"],
            await database.RowsAsync("""
                select day, provisioning_artifact_name, requester, sum(provisioned), sum(updated), sum(terminated), sum(failed)
                from view_service_catalog_usage group by 1, 2, 3 order by 1, 2, 3
                """));
        Assert.Equal(
            ["app-a|f|0.00|1|dana", "app-b|t|-|0|dana", "app-c|t|-|0|dana"],
            await database.RowsAsync("""
                select provisioned_product_name, is_live, case when not is_live then lifetime_days end, updates, requester
                from view_service_catalog_lifetimes order by 1
                """));
        foreach (var name in new[] { "failed-provisions", "outdated-products", "product-history", "product-lifetimes", "products-in-use" })
        {
            Assert.NotEmpty((await database.App().QueryAsync(SqlFiles.Read($"queries/{name}"), [], CancellationToken.None)).Records);
        }
    }

    [Fact]
    public async Task The_simulated_organization_s_trail_leaves_the_products_that_it_has()
    {
        await using var database = await TestDatabase.CreateAsync();
        var simulator = new TrailSimulator(new SimulationPlan { Accounts = 8, Days = 1, Start = new DateOnly(2026, 2, 1) }, new DateOnly(2026, 1, 1), days: 60);
        var records = simulator.Files.SelectMany(file => Records(simulator, file)).Where(Wants).ToList();

        Assert.Empty(await database.Audit().ApplyAsync(records, CancellationToken.None));

        var calls = records.Where(record => record.ErrorCode is null).OrderBy(record => record.EventTime)
            .GroupBy(record => record.Response.Text("recordDetail", "provisionedProductId")!)
            .Where(life => life.Last().EventName != "TerminateProvisionedProduct")
            .Select(life => $"{life.Key}|{life.Last().Response.Text("recordDetail", "provisioningArtifactName")}|{life.Last().AccountId}");
        Assert.Equal(calls.Order(StringComparer.Ordinal), await database.RowsAsync("""
            select product_key, provisioning_artifact_name, account from service_catalog_products order by product_key collate "C"
            """));
        Assert.NotEqual("0", await database.RowAsync("select count(*) from view_service_catalog_products where versions_behind > 0"));
    }

    [Fact]
    public async Task The_sample_records_are_understood_where_they_are_at_hand()
    {
        var folder = SharedSamples.Folder("trail/records");
        if (folder is null)
        {
            return;
        }

        await using var database = await TestDatabase.CreateAsync();
        var records = Directory.GetFiles(folder, "servicecatalog-*.json").Order(StringComparer.Ordinal)
            .Select(file => TrailRecord.Of(JsonElement.Parse(File.ReadAllBytes(file)))).ToList();
        Assert.Empty(await database.Audit().ApplyAsync([.. records.Where(Wants)], CancellationToken.None));
        Assert.Equal("1", await database.RowAsync("select count(*) from service_catalog_products"));
    }

    private static bool Wants(TrailRecord record) => ProductAudit.Wants(record.EventSource, record.EventName);

    private static IEnumerable<TrailRecord> Records(TrailSimulator simulator, SimulatedTrailFile file)
    {
        using var stored = new MemoryStream();
        simulator.Write(file, stored);
        stored.Position = 0;
        using var text = new GZipStream(stored, CompressionMode.Decompress);
        using var document = JsonDocument.Parse(text);
        return [.. document.RootElement.Items("Records").Select(record => TrailRecord.Of(record.Clone()))];
    }

    private static Task<string> CurrentAsync(TestDatabase database) => database.RowAsync("""
        select provisioned_product_id, provisioned_product_name, provisioned_product_type, product_id, product_name, provisioning_artifact_id,
          provisioning_artifact_name, path_id, record_id, record_type, record_errors, record_tags, status, to_char(created_time at time zone 'UTC', 'HH24:MI'),
          to_char(updated_time at time zone 'UTC', 'HH24:MI'), requester, last_requester, count(*) over ()
        from view_service_catalog_products
        """);
}
