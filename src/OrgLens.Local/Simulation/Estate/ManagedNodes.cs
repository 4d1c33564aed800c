using System.Globalization;

namespace OrgLens.Local.Simulation.Estate;

internal sealed record ManagedNode(Instance Instance, string Address, bool IsUpToDate, bool IsOnline, bool Failed, DateTimeOffset PingedAt, DateTimeOffset AssociatedAt, DateTimeOffset SucceededAt);

internal sealed record InstalledApplication(string NodeId, string Name, string Version, string? Publisher, string? Type, string InstalledAt);

internal sealed record InstalledPatch(string NodeId, string Title, string Classification, string Severity, DateTimeOffset InstalledAt);

/// <summary>What Systems Manager knows of the instances.</summary>
internal sealed class ManagedNodes(RegionEstate estate)
{
    private static readonly (string Name, string Version)[] Packages =
    [
        ("kernel", "6.1.115-126.197.amzn2023"), ("openssl", "3.0.8-1.amzn2023.0.18"), ("systemd", "252.23-3.amzn2023"), ("curl", "8.5.0-1.amzn2023.0.4"),
        ("python3", "3.9.20-1.amzn2023.0.1"), ("glibc", "2.34-117.amzn2023.0.1"), ("amazon-ssm-agent", "3.3.1345.0-1.amzn2023"), ("bash", "5.2.15-1.amzn2023.0.2"),
        ("nginx", "1.26.2-1.amzn2023.0.1"), ("java-21-amazon-corretto", "21.0.5+11-1.amzn2023"), ("zlib", "1.2.11-33.amzn2023.0.5"), ("sudo", "1.9.15-1.p5.amzn2023.0.1"),
    ];

    private static readonly string[] WindowsApplications =
    [
        "AWS Tools for Windows", "Amazon SSM Agent", "Microsoft Edge", "SQL Server 2019 Database Engine Services", "PowerShell 7-x64", "Microsoft .NET Runtime - 8.0.10 (x64)", "7-Zip 24.08 (x64)",
    ];

    public IEnumerable<ManagedNode> All(DateOnly day)
    {
        var running = estate.Compute.Instances(day.AddDays(1)).Where(instance => instance.IsRunning).Take(estate.Census.Nodes);
        // Nodes are read in the hour after the day that is reported on.
        var reported = estate.Census.IsSteady ? estate.Census.Origin : day.AddDays(1);
        foreach (var instance in running)
        {
            var draw = estate.Stream.Child("node").Child(instance.Id).Child(reported.DayNumber);
            var fails = draw.Chance(0.12);
            yield return new ManagedNode(
                instance,
                string.Create(CultureInfo.InvariantCulture, $"192.0.2.{10 + instance.Index % 240}"),
                draw.Chance(0.7),
                !draw.Chance(0.05),
                fails,
                reported.Midnight().AddMilliseconds(draw.Int(0, 3_500_000)),
                reported.AddDays(-1).AtMilliseconds(draw),
                reported.AddDays(fails ? -9 : -2).AtMilliseconds(draw));
        }
    }

    public IEnumerable<InstalledApplication> Applications(DateOnly day)
    {
        foreach (var (node, index) in Spread(estate.Census.Applications, day))
        {
            var draw = estate.Stream.Child("application").Child(node.Id).Child(index);
            var installed = estate.Census.Origin.AddDays(-draw.Int(3, 200));
            if (node.IsWindows)
            {
                var title = index < WindowsApplications.Length ? WindowsApplications[index] : string.Create(CultureInfo.InvariantCulture, $"Company Tool {index}");
                yield return new InstalledApplication(node.Id, title, $"{draw.Int(1, 20)}.{draw.Int(0, 9)}.{draw.Int(0, 4000)}", draw.Chance(0.8) ? "Microsoft Corporation" : null, null, installed.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
            }
            else
            {
                var (name, version) = index < Packages.Length ? Packages[index] : (string.Create(CultureInfo.InvariantCulture, $"perl-module-{index}"), "1.0-477.amzn2023.0.3");
                yield return new InstalledApplication(node.Id, name, version, draw.Chance(0.85) ? "Amazon Linux" : null, "System Environment/Base", installed.At(draw).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>Patches installed on <paramref name="day"/>: many in the week after the second Tuesday of a month, few on other days.</summary>
    public IEnumerable<InstalledPatch> Patches(DateOnly day)
    {
        var today = estate.Census.IsSteady ? estate.Census.Origin : day;
        var number = estate.Census.IsSteady || today.Day is >= 12 and <= 18 ? estate.Census.Patches : estate.Census.Patches / 6;
        foreach (var (node, index) in Spread(number, day))
        {
            var draw = estate.Stream.Child("patch").Child(node.Id).Child(today.DayNumber).Child(index);
            var title = node.IsWindows
                ? string.Create(CultureInfo.InvariantCulture, $"{today:yyyy-MM} Cumulative Update for Microsoft server operating system version 21H2 (KB{5_000_000 + today.DayNumber % 1000 * 100 + index})")
                : string.Create(CultureInfo.InvariantCulture, $"{Packages[index % Packages.Length].Name}.x86_64:0:{Packages[index % Packages.Length].Version}{(index < Packages.Length ? "" : "." + index)}");
            yield return new InstalledPatch(node.Id, title, draw.Pick(["Normal", "Security", "Bugfix"]), draw.Pick(["None", "Medium", "Important", "Critical"]), today.AtMilliseconds(draw));
        }
    }

    /// <summary>Hands <paramref name="total"/> rows out to the nodes, one node after the other.</summary>
    private IEnumerable<(Instance Node, int Index)> Spread(int total, DateOnly day)
    {
        var nodes = All(day).Select(node => node.Instance).ToList();
        for (var position = 0; position < nodes.Count; position++)
        {
            var share = total * (position + 1) / nodes.Count - total * position / nodes.Count;
            for (var index = 0; index < share; index++)
            {
                yield return (nodes[position], index);
            }
        }
    }
}
