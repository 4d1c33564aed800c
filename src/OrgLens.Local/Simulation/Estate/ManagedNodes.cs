using System.Globalization;

namespace OrgLens.Local.Simulation.Estate;

internal sealed record ManagedNode(Instance Instance, string Address, bool IsUpToDate, bool IsOnline, bool Failed, DateTimeOffset PingedAt, DateTimeOffset AssociatedAt, DateTimeOffset SucceededAt)
{
    /// <summary>Whether it is a machine outside EC2.</summary>
    public bool IsHybrid => Instance.Id.StartsWith("mi-", StringComparison.Ordinal);

    public string PlatformName => Instance.IsWindows ? "Microsoft Windows Server 2022 Datacenter" : "Amazon Linux";

    public string PlatformType => Instance.IsWindows ? "Windows" : "Linux";

    public string PlatformVersion => Instance.IsWindows ? "10.0.20348" : "2023";

    public string AgentVersion => IsUpToDate ? "3.3.1345.0" : "3.2.2303.0";

    public string AssociationStatus => Failed ? "Failed" : "Success";

    public string ComputerName(string region) => Instance.IsWindows ? $"EC2AMAZ-{Instance.Id[^7..].ToUpperInvariant()}" : $"ip-{Address.Replace('.', '-')}.{region}.compute.internal";
}

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

    /// <summary>The nodes that the reference reads: the first page.</summary>
    public IEnumerable<ManagedNode> All(DateOnly day) => Running(day).Take(estate.Census.Nodes).Select(instance => Node(instance, day));

    /// <summary>All running instances, then machines that are elsewhere.</summary>
    public IEnumerable<ManagedNode> Registered(DateOnly day) => Running(day).Concat(Elsewhere()).Select(instance => Node(instance, day));

    public IEnumerable<InstalledApplication> Applications(DateOnly day)
    {
        foreach (var (node, index) in Spread(estate.Census.Applications, day))
        {
            yield return Application(node, index);
        }
    }

    /// <summary>What is installed on one node; where the reference doesn't look, what every image has.</summary>
    public IEnumerable<InstalledApplication> ApplicationsOf(ManagedNode node, DateOnly day) => All(day).Any(known => known.Instance.Id == node.Instance.Id)
        ? Applications(day).Where(application => application.NodeId == node.Instance.Id)
        : Enumerable.Range(0, node.Instance.IsWindows ? WindowsApplications.Length : Packages.Length).Select(index => Application(node.Instance, index));

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

    private IEnumerable<Instance> Running(DateOnly day) => estate.Compute.Instances(day.AddDays(1)).Where(instance => instance.IsRunning);

    /// <summary>Machines in a data center, which only the home of a larger account has.</summary>
    private IEnumerable<Instance> Elsewhere()
    {
        var number = estate.Census.IsSteady || estate.Region != estate.Account.Regions[0] || estate.Account.Size < 0.5 ? 0 : 2;
        return Enumerable.Range(0, number).Select(index => new Instance(
            index, "mi-" + estate.Stream.Child("hybrid").Child(index).Hex(17), $"{estate.Account.Slug}-dc-{index + 1:00}", "", "", IsRunning: true, IsWindows: index % 2 == 1));
    }

    private ManagedNode Node(Instance instance, DateOnly day)
    {
        // Nodes are read in the hour after the day that is reported on.
        var reported = estate.Census.IsSteady ? estate.Census.Origin : day.AddDays(1);
        var draw = estate.Stream.Child("node").Child(instance.Id).Child(reported.DayNumber);
        var fails = draw.Chance(0.12);
        return new ManagedNode(
            instance,
            instance.Address,
            draw.Chance(0.7),
            !draw.Chance(0.05),
            fails,
            reported.Midnight().AddMilliseconds(draw.Int(0, 3_500_000)),
            reported.AddDays(-1).AtMilliseconds(draw),
            reported.AddDays(fails ? -9 : -2).AtMilliseconds(draw));
    }

    private InstalledApplication Application(Instance node, int index)
    {
        var draw = estate.Stream.Child("application").Child(node.Id).Child(index);
        var installed = estate.Census.Origin.AddDays(-draw.Int(3, 200));
        if (node.IsWindows)
        {
            var title = index < WindowsApplications.Length ? WindowsApplications[index] : string.Create(CultureInfo.InvariantCulture, $"Company Tool {index}");
            return new InstalledApplication(node.Id, title, $"{draw.Int(1, 20)}.{draw.Int(0, 9)}.{draw.Int(0, 4000)}", draw.Chance(0.8) ? "Microsoft Corporation" : null, null, installed.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
        }

        var (name, version) = index < Packages.Length ? Packages[index] : (string.Create(CultureInfo.InvariantCulture, $"perl-module-{index}"), "1.0-477.amzn2023.0.3");
        return new InstalledApplication(node.Id, name, version, draw.Chance(0.85) ? "Amazon Linux" : null, "System Environment/Base", installed.At(draw).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
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
