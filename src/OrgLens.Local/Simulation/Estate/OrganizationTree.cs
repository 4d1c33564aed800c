namespace OrgLens.Local.Simulation.Estate;

/// <summary>An organizational unit.</summary>
internal sealed record OrganizationalUnit(string Id, string Name, string Path, string ParentId);

/// <summary>The organization as AWS Organizations knows it: a root, units below it, accounts in the units.</summary>
internal sealed class OrganizationTree
{
    private readonly SeededStream _stream;
    private readonly SimulatedOrganization _organization;

    public OrganizationTree(SimulationPlan plan, SimulatedOrganization organization, SimulatedAccount hub)
    {
        _stream = new SeededStream(plan.Seed).Child("organizations");
        _organization = organization;
        Id = "o-" + _stream.Child("id").Hex(10);
        RootId = "r-" + _stream.Child("root").Hex(4);
        Hub = hub;
        Management = organization.Accounts.FirstOrDefault(account => account.Name == "management") ?? organization.Accounts[0];
        Units = [.. Accounts.Select(account => account.Unit).Distinct().SelectMany(Above).Distinct().Order(StringComparer.Ordinal).Select(Unit)];
    }

    public string Id { get; }

    public string RootId { get; }

    /// <summary>The account that pays for all others.</summary>
    public SimulatedAccount Management { get; }

    /// <summary>The account that may look at the others too.</summary>
    public SimulatedAccount Hub { get; }

    public IReadOnlyList<OrganizationalUnit> Units { get; }

    public IEnumerable<SimulatedAccount> Accounts => _organization.Accounts.Append(Hub);

    public string Arn(SimulatedAccount account) => $"arn:aws:organizations::{Management.Id}:account/{Id}/{account.Id}";

    /// <summary>The unit that an account is in.</summary>
    public OrganizationalUnit UnitOf(SimulatedAccount account) => Units.First(unit => unit.Path == account.Unit);

    private static IEnumerable<string> Above(string path)
    {
        for (var end = path.IndexOf('/', StringComparison.Ordinal); end >= 0; end = path.IndexOf('/', end + 1))
        {
            yield return path[..end];
        }

        yield return path;
    }

    private OrganizationalUnit Unit(string path)
    {
        var slash = path.LastIndexOf('/');
        return new OrganizationalUnit(IdOf(path), path[(slash + 1)..], path, slash < 0 ? RootId : IdOf(path[..slash]));
    }

    private string IdOf(string path) => $"ou-{RootId[2..]}-{_stream.Child("unit").Child(path).Hex(8)}";
}
