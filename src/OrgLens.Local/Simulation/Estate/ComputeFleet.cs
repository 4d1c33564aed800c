using System.Globalization;

namespace OrgLens.Local.Simulation.Estate;

internal sealed record Instance(int Index, string Id, string Name, string Zone, string Type, bool IsRunning, bool IsWindows)
{
    public DateOnly Since { get; init; }

    public string Address => string.Create(CultureInfo.InvariantCulture, $"192.0.2.{10 + Index % 240}");
}

internal sealed record Volume(string Id, string Zone, bool IsAttached, int SizeGiB, string Type)
{
    public DateOnly Since { get; init; }

    /// <summary>The instance whose root it is.</summary>
    public string? RootOf { get; init; }
}

internal sealed record ScalingGroup(string Name, int Instances, int Minimum, int Maximum)
{
    public DateOnly Since { get; init; }

    public string Arn(RegionEstate estate) => estate.Arn("autoscaling", $"autoScalingGroup:{estate.Stream.Child("group-arn").Child(Name).Uuid()}:autoScalingGroupName/{Name}");
}

internal sealed record LoadBalancer(string Name, string Kind, string Scheme)
{
    public DateOnly Since { get; init; }

    /// <summary>The ARN, which a web ACL may name too.</summary>
    public string Arn(RegionEstate estate)
    {
        var resource = $"loadbalancer/{(Kind == "network" ? "net" : "app")}/{Name}/";
        return Firewall.WebAcls(estate).Select(acl => acl.LoadBalancer).FirstOrDefault(arn => arn?.Contains(resource, StringComparison.Ordinal) == true)
            ?? estate.Arn("elasticloadbalancing", resource + estate.Stream.Child("balancer-arn").Child(Name).Hex(16));
    }
}

internal sealed record Function(string Name, string Arn, string Runtime, int MemoryMiB, string Architecture, bool InVpc, DateTimeOffset ModifiedAt);

/// <summary>Instances with their volumes, scaling groups, load balancers and functions.</summary>
internal sealed class ComputeFleet(RegionEstate estate)
{
    private static readonly string[] Roles = ["web", "api", "worker", "batch", "cache", "proxy"];
    private static readonly string[] Types = ["t3.medium", "t3.large", "m6i.large", "m6i.xlarge", "r6g.xlarge", "c7g.large", "m7g.large", "m5.large"];
    private static readonly string[] Tasks = ["order-created", "image-resize", "send-receipt", "index-catalog", "refund", "nightly-report", "session-cleanup", "webhook", "price-sync", "thumbnail"];
    private static readonly string[] Runtimes = ["python3.13", "nodejs20.x", "nodejs22.x", "dotnet8", "java21", "provided.al2023"];

    public IEnumerable<Instance> Instances(DateOnly day) =>
        estate.Occupied("instance", estate.Census.Instances, day).Select(slot => Instance(slot.Index, slot.Occupancy, day));

    /// <summary>The instance that something happens to: the one in slot <paramref name="index"/>, if there is one that day.</summary>
    public Instance? Instance(int index, DateOnly day) =>
        Slot.On(estate.Stream.Child("instance").Child(index), day, estate.Census) is { } occupancy ? Instance(index, occupancy, day) : null;

    /// <summary>An instance that was there on that day; where the slot was vacant, one that has left.</summary>
    public string SomeInstance(SeededStream draw, DateOnly day) => Instance(draw.Int(0, estate.Census.Instances), day)?.Id ?? "i-" + draw.Hex(17);

    /// <summary>The root volumes of the instances, then volumes of their own, some of which nobody uses any more.</summary>
    public IEnumerable<Volume> Volumes(DateOnly day)
    {
        var roots = Math.Min(estate.Census.Instances, estate.Census.Volumes);
        var attached = estate.Occupied("instance", roots, day)
            .Select(slot => (slot.Occupancy, Instance: Instance(slot.Index, slot.Occupancy, day)))
            .Select(root => Volume(root.Occupancy.Stream.Child("volume"), root.Instance.Zone, isAttached: true) with { Since = root.Occupancy.Since, RootOf = root.Instance.Id });
        var others = estate.Occupied("volume", estate.Census.Volumes - roots, day)
            .Select(slot => Volume(slot.Occupancy.Stream, estate.Zones[slot.Index % 3], isAttached: slot.Index % 4 != 0) with { Since = slot.Occupancy.Since });
        return attached.Concat(others);
    }

    public IEnumerable<ScalingGroup> ScalingGroups(DateOnly day) =>
        estate.Occupied("scaling-group", estate.Census.ScalingGroups, day).Select(slot =>
        {
            var draw = slot.Occupancy.Stream.Child("group");
            var minimum = draw.Int(1, 3);
            var maximum = minimum + draw.Int(1, 6);
            var busy = estate.Census.IsSteady ? minimum : slot.Occupancy.Stream.Child(day.DayNumber).Int(minimum, maximum + 1);
            return new ScalingGroup(Name(slot.Index), day.IsWeekend() ? minimum : busy, minimum, maximum) { Since = slot.Occupancy.Since };
        });

    public IEnumerable<LoadBalancer> LoadBalancers(DateOnly day) =>
        // A load balancer shares its name with the scaling group behind it: readers must not mistake one for the other.
        estate.Occupied("load-balancer", estate.Census.LoadBalancers, day).Select(slot => new LoadBalancer(
            Name(slot.Index),
            slot.Index % 3 == 2 ? "network" : "application",
            slot.Index % 2 == 0 ? "internet-facing" : "internal")
        { Since = slot.Occupancy.Since });

    /// <summary>Load balancers of the generation before, which the reference doesn't ask about.</summary>
    public IEnumerable<LoadBalancer> ClassicLoadBalancers => estate.Census.IsSteady || !estate.Account.IsProduction || estate.Region != estate.Account.Regions[0]
        ? []
        : [new LoadBalancer(estate.Account.Slug + "-legacy", "classic", "internet-facing") { Since = estate.Census.Origin.AddDays(-900) }];

    public IEnumerable<Function> Functions(DateOnly day) =>
        estate.Occupied("function", estate.Census.Functions, day).Select(slot =>
        {
            var draw = slot.Occupancy.Stream.Child("function");
            var name = FunctionName(slot.Index);
            return new Function(
                name,
                estate.Arn("lambda", "function:" + name),
                draw.Pick(Runtimes),
                draw.Pick([128, 256, 512, 1024, 2048]),
                draw.Chance(0.6) ? "arm64" : "x86_64",
                draw.Chance(0.4),
                slot.Occupancy.Since.At(draw));
        });

    public static string FunctionName(int index) => Numbered(Tasks[index % Tasks.Length], index / Tasks.Length);

    private Instance Instance(int index, Occupancy occupancy, DateOnly day)
    {
        var draw = occupancy.Stream.Child("instance");
        var id = "i-" + draw.Hex(17);
        var sleepsAtWeekends = draw.Chance(estate.Account.IsProduction ? 0.05 : 0.6);
        var isStopped = !estate.Census.IsSteady && ((sleepsAtWeekends && day.IsWeekend()) || draw.Chance(0.04));
        var name = string.Create(CultureInfo.InvariantCulture, $"{estate.Account.Slug}-{Roles[index % Roles.Length]}-{index / Roles.Length + 1:00}");
        return new Instance(index, id, name, estate.Zones[index % 3], draw.Pick(Types), !isStopped, index % 7 == 3) { Since = occupancy.Since };
    }

    private static Volume Volume(SeededStream stream, string zone, bool isAttached)
    {
        var draw = stream.Child("volume");
        return new Volume("vol-" + draw.Hex(17), zone, isAttached, draw.Pick([8, 20, 50, 100, 200, 500]), draw.Pick(["gp2", "gp3", "gp3", "io2"]));
    }

    private string Name(int index) => Numbered(estate.Account.Slug + "-" + Roles[index % Roles.Length], index / Roles.Length);

    private static string Numbered(string name, int round) => round == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}-{round + 1}");
}
