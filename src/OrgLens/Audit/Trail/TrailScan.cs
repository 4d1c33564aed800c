namespace OrgLens.Audit.Trail;

/// <summary>
/// Reads trail files one after the other and brings their records to the consumers, in this process and in large batches: the first load of
/// what happened before the hub was there, or a second one, which changes nothing.
/// </summary>
/// <param name="consumers">The consumers.</param>
public sealed class TrailScan(IReadOnlyList<ScanConsumer> consumers)
{
    private const int BatchRecords = 500;

    private readonly List<(ScanConsumer Consumer, ScanTally Tally, List<(TrailRecord Record, string File, long Position)> Waiting)> _parts =
        [.. consumers.Select(consumer => (consumer, new ScanTally(consumer.Name), new List<(TrailRecord, string, long)>()))];

    private readonly List<ScanFault> _faults = [];

    /// <summary>Scans files. What is wrong with a file or a record does not keep it from the others.</summary>
    /// <param name="sources">The files.</param>
    /// <param name="progress">Told after each file how many are done.</param>
    /// <param name="cancellationToken">Ends the scan.</param>
    public async Task<TrailScanResult> RunAsync(IReadOnlyList<ScanSource> sources, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var (files, records, bytes) = (0, 0L, 0L);
        foreach (var source in sources)
        {
            await using var stored = await source.OpenAsync(cancellationToken);
            if (stored is null)
            {
                _faults.Add(new ScanFault(source.Name, null, "It is not there any more."));
                continue;
            }

            var file = new TrailFile(stored, (service, operation) => consumers.Any(consumer => consumer.Wants(service, operation)), TrailLimits.Default);
            await foreach (var finding in file.ReadAsync(cancellationToken))
            {
                await TakeAsync(source.Name, finding, cancellationToken);
            }

            Judge(source.Name, file.Outcome);
            files++;
            records += file.Records;
            bytes += file.Bytes;
            progress?.Report(files);
        }

        foreach (var (consumer, tally, waiting) in _parts)
        {
            await ApplyAsync(consumer, tally, waiting, cancellationToken);
        }

        return new TrailScanResult(files, records, bytes, [.. _parts.Select(part => part.Tally)], _faults);
    }

    private async Task TakeAsync(string file, TrailFinding finding, CancellationToken cancellationToken)
    {
        if (finding.Record is not { } record)
        {
            _faults.Add(new ScanFault(file, finding.Position, finding.Reason!));
            return;
        }

        foreach (var (consumer, tally, waiting) in _parts.Where(part => part.Consumer.Wants(record.EventSource, record.EventName)))
        {
            waiting.Add((record, file, finding.Position));
            if (waiting.Count == BatchRecords)
            {
                await ApplyAsync(consumer, tally, waiting, cancellationToken);
            }
        }
    }

    private async Task ApplyAsync(
        ScanConsumer consumer, ScanTally tally, List<(TrailRecord Record, string File, long Position)> waiting, CancellationToken cancellationToken)
    {
        if (waiting.Count == 0)
        {
            return;
        }

        var failures = await consumer.ApplyAsync([.. waiting.Select(each => each.Record)], cancellationToken);
        _faults.AddRange(failures.Select(failure => new ScanFault(waiting[failure.Index].File, waiting[failure.Index].Position, $"{consumer.Name}: {failure.Reason}")));
        tally.Failed += failures.Count;
        tally.Applied += waiting.Count - failures.Count;
        waiting.Clear();
    }

    // Digests and other files that are no trail's lie in the same folders: they are no fault.
    private void Judge(string file, TrailOutcome outcome)
    {
        if (outcome is not (TrailOutcome.Complete or TrailOutcome.NoTrail))
        {
            _faults.Add(new ScanFault(file, null, outcome switch
            {
                TrailOutcome.Truncated => "It ends too early or its compression is damaged; what was whole has been used.",
                TrailOutcome.TooLarge => "It is too large or has too many bad records; what came before has been used.",
                _ => "Its text is damaged and what follows could not be found.",
            }));
        }
    }
}
