using Amazon.RDSDataService;
using Amazon.Runtime;
using Amazon.S3;
using OrgLens.Aws;
using OrgLens.Database;
using OrgLens.Functions.Tests.Hub;
using OrgLens.Publishing;
using RetryPolicy = OrgLens.Database.RetryPolicy;

namespace OrgLens.Functions.Tests.Publishing;

/// <summary>Views that nobody else has.</summary>
[Collection(HubCollection.Name)]
public sealed class ViewPublisherTests : IDisposable
{
    private static readonly DateTimeOffset s_begun = new(2026, 6, 1, 7, 0, 0, TimeSpan.Zero);

    private readonly RunningHub _hub;
    private readonly DataApiClient _data;
    private readonly AmazonS3Client _s3;
    private readonly AwsClient _calls;
    private readonly ViewPublisher _publisher;

    public ViewPublisherTests(RunningHub hub)
    {
        ArgumentNullException.ThrowIfNull(hub);
        _hub = hub;
        var credentials = new BasicAWSCredentials("publisher", "local");
        var endpoint = hub.Cloud.Endpoint.ToString();
        _data = new DataApiClient(credentials, new AmazonRDSDataServiceConfig { ServiceURL = endpoint, AuthenticationRegion = "eu-west-1", MaxErrorRetry = 0 });
        _s3 = new AmazonS3Client(credentials, new AmazonS3Config { ServiceURL = endpoint, ForcePathStyle = true, AuthenticationRegion = "eu-west-1" });
        _calls = new AwsClient(new AwsClientOptions { Credentials = credentials, Endpoint = hub.Cloud.Endpoint }, TimeProvider.System);
        var database = new DataApi(_data, new DatabaseTarget(hub.Cloud.Resources.ClusterArn, hub.Cloud.Resources.ReaderSecretArn, "core"), RetryPolicy.Default, TimeProvider.System);
        _publisher = new ViewPublisher(database, _s3, _calls, TimeProvider.System, new PublishSettings(hub.SnapshotBucket.Name, "orglens", "eu-west-1", hub.Cloud.Resources.KeyArn));
    }

    public void Dispose()
    {
        _data.Dispose();
        _s3.Dispose();
        _calls.Dispose();
    }

    [Fact]
    public async Task Writes_every_type_that_Athena_has_a_word_for()
    {
        var view = await MakeAsync("published_types", """
            select * from (values
              (1::smallint, 2, 9007199254740993, 12345678.123456789012, 0.1::float8, true, 'text "quoted" ü 😀 '::text, date '2026-01-15', timestamptz '2026-01-15 01:02:03.123456+01',
               timestamp '1999-12-31 23:59:59', array['a', null, 'b']::text[], '{"a": [1, 2]}'::jsonb, '5b0f0a54-3c9e-4d5b-a2a4-8d7e6f5c4b3a'::uuid, interval '1 day'),
              (null, null, null, null, null, null, null, null, null, null, null, null, null, null),
              (-1, -2, -3, -0.000000000001, 'NaN', false, '', '0001-01-01', '9999-12-31 23:59:59.999999+00', '1582-10-04 00:00:00', '{}', 'null', null, null)
            ) row (small, whole, large, exact, real, truth, words, day, instant, moment, list, document, id, lasting)
            """);

        var report = await _publisher.PublishAsync([view], s_begun, progress: null, CancellationToken.None);

        Assert.Null(Assert.Single(report.Views).Error);
        var table = await PublishedTable.ReadAsync(_hub, view.View);
        Assert.Equal(
            [
                "small int", "whole int", "large bigint", "exact decimal(28,12)", "real double", "truth boolean", "words string", "day date", "instant timestamp", "moment timestamp",
                "list string", "document string", "id string", "lasting string",
            ],
            table.Columns);
        Assert.Equal(await ViewRows.ReadAsync(_hub, view), table.Rows);
    }

    [Fact]
    public async Task Parts_by_a_column_also_where_it_is_null_and_by_the_months_of_another()
    {
        const string rows = "select * from (values (1, 'a/b=c', date '2026-01-31'), (2, null, date '2026-02-01'), (3, 'a/b=c', null)) row (id, kind, day)";
        var byKind = await MakeAsync("published_by_kind", rows, partition: "kind");
        var byMonth = await MakeAsync("published_by_month", rows, monthOf: "day");

        var report = await _publisher.PublishAsync([byKind, byMonth], s_begun, progress: null, CancellationToken.None);

        Assert.All(report.Views, each => Assert.Null(each.Error));
        var (kinds, months) = (await PublishedTable.ReadAsync(_hub, byKind.View), await PublishedTable.ReadAsync(_hub, byMonth.View));
        Assert.Equal(["id int", "day date"], kinds.Columns);
        Assert.Equal(["id int", "kind string", "day date"], months.Columns);
        Assert.Equal(["__HIVE_DEFAULT_PARTITION__", "a/b=c"], kinds.Partitions.Select(each => (string)each["Values"]![0]!).Order(StringComparer.Ordinal));
        Assert.Equal(["2026-01", "2026-02", "__HIVE_DEFAULT_PARTITION__"], months.Partitions.Select(each => (string)each["Values"]![0]!).Order(StringComparer.Ordinal));
        Assert.Equal(await ViewRows.ReadAsync(_hub, byKind), kinds.Rows);
        Assert.Equal(await ViewRows.ReadAsync(_hub, byMonth), months.Rows);
    }

    [Fact]
    public async Task Shows_partitions_as_they_come_and_go()
    {
        var view = await MakeAsync("published_changing", "select 1 as id, 'stays' as kind union all select 2, 'goes'", partition: "kind");
        await _publisher.PublishAsync([view], s_begun, progress: null, CancellationToken.None);
        await MakeAsync("published_changing", "select 3 as id, 'stays' as kind, now() as more union all select 4, 'comes', now()", partition: "kind");

        await _publisher.PublishAsync([view], s_begun.AddDays(1), progress: null, CancellationToken.None);

        var table = await PublishedTable.ReadAsync(_hub, view.View);
        Assert.Equal(["comes", "stays"], table.Partitions.Select(each => (string)each["Values"]![0]!).Order(StringComparer.Ordinal));
        Assert.All(table.Partitions, each => Assert.Contains("/20260602T070000Z/", (string)each["StorageDescriptor"]!["Location"]!, StringComparison.Ordinal));
        Assert.Equal(["id int", "more timestamp"], table.Columns);
        Assert.Equal(2, table.Rows.Count);
    }

    [Fact]
    public async Task A_view_without_rows_is_a_table_without_rows()
    {
        var view = await MakeAsync("published_empty", "select 1 as id where false");

        await _publisher.PublishAsync([view], s_begun, progress: null, CancellationToken.None);

        Assert.Empty((await PublishedTable.ReadAsync(_hub, view.View)).Rows);
    }

    [Fact]
    public async Task A_long_view_comes_in_pieces_and_goes_into_several_row_groups()
    {
        var view = await MakeAsync("published_long", "select id, repeat(md5(id::text), 40) as words from generate_series(1, 20000) id");

        var report = await _publisher.PublishAsync([view], s_begun, progress: null, CancellationToken.None);

        Assert.Equal(20_000, Assert.Single(report.Views).Rows);
        var table = await PublishedTable.ReadAsync(_hub, view.View);
        Assert.Equal([2], table.Groups);
        Assert.Equal(20_000, table.Rows.Distinct().Count());
    }

    [Theory]
    [InlineData("inet", "select inet '10.0.0.1' as address", "published_inet.address is of the type inet, which Athena has no word for.")]
    [InlineData("infinity", "select 'infinity'::timestamptz as instant", "published_infinity.instant holds what a column of Athena can't")]
    [InlineData("digits", "select 123456789012345678901.5 as amount", "published_digits.amount holds what a column of Athena can't")]
    [InlineData("failing", "select 1 / (id - 1) as quotient from generate_series(1, 2) id", "division by zero")]
    [InlineData("wide", "select repeat('x', 70000) as words", "")]
    public async Task A_view_that_can_not_be_published_can_be_read_as_it_was_and_keeps_no_other_from_it(string name, string sql, string reason)
    {
        var other = await MakeAsync("published_other", "select 1 as id");
        var view = await MakeAsync($"published_{name}", "select 'before' as words");
        await _publisher.PublishAsync([view], s_begun, progress: null, CancellationToken.None);
        await _hub.ReadAsync($"drop view {view.View}");
        await MakeAsync(view.View, sql);

        var report = await _publisher.PublishAsync([view, other], s_begun.AddDays(1), progress: null, CancellationToken.None);

        Assert.False(report.IsComplete);
        Assert.Contains(reason, report.Views[0].Error, StringComparison.Ordinal);
        Assert.Null(report.Views[1].Error);
        Assert.Equal(["words=before"], (await PublishedTable.ReadAsync(_hub, view.View)).Rows);
    }

    [Fact]
    public async Task Begins_a_view_anew_when_the_database_fails_in_between()
    {
        var view = await MakeAsync("published_interrupted", "select id, repeat('x', 1000) as words from generate_series(1, 1000) id");
        var faults = await _hub.FaultsAsync();
        // Within the rows: after columns, beginning, isolation, zone and cursor.
        faults.FailCall(8, OrgLens.Local.DataApi.DataApiFault.ServiceUnavailable);
        try
        {
            var report = await _publisher.PublishAsync([view], s_begun, progress: null, CancellationToken.None);

            Assert.Equal((null, 1000L), (Assert.Single(report.Views).Error, report.Views[0].Rows));
            Assert.Equal(0, _hub.Cloud.Faults.Pending);
        }
        finally
        {
            _hub.Cloud.Faults.Reset();
        }

        Assert.Equal(1000, (await PublishedTable.ReadAsync(_hub, view.View)).Rows.Count);
    }

    [Fact]
    public async Task Refuses_a_table_that_is_parted_by_something_else()
    {
        var view = await MakeAsync("published_parted", "select 1 as id, 'a' as kind, 'b' as color", partition: "kind");
        await _publisher.PublishAsync([view], s_begun, progress: null, CancellationToken.None);

        var report = await _publisher.PublishAsync([view with { Partition = "color" }], s_begun.AddDays(1), progress: null, CancellationToken.None);

        Assert.Equal("The table orglens.published_parted is parted by kind and is to be parted by color: delete it first.", report.Views[0].Error);
    }

    [Fact]
    public async Task Says_that_there_is_no_such_view()
    {
        var report = await _publisher.PublishAsync([new PublishedView("nowhere", null, null)], s_begun, progress: null, CancellationToken.None);

        Assert.Equal("The database has no view nowhere.", report.Views[0].Error);
        Assert.Throws<PublishingException>(() => PublishedViews.Named(["nowhere"]));
    }

    private async Task<PublishedView> MakeAsync(string name, string sql, string? partition = null, string? monthOf = null)
    {
        await _hub.ReadAsync($"create or replace view {name} as {sql}");
        await _hub.ReadAsync($"grant select on {name} to orglens_reader");
        return new PublishedView(name, partition, monthOf);
    }
}
