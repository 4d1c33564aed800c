namespace OrgLens.Local.Simulation.Estate;

internal sealed record PrimaryContact(string Address, string AddressMore, string City, string Country, string PostalCode, string Company, string Phone, string Website, string FullName);

internal sealed record AlternateContact(string Kind, string Name, string Title, string Email, string Phone);

/// <summary>Whom to ask about an account.</summary>
internal static class Contacts
{
    private static readonly (string Kind, string Name, string Title)[] Alternates =
    [
        ("billing", "Accounts Payable", "Finance"), ("operations", "Platform On-Call", "Operations"), ("security", "Security Desk", "CISO Office"),
    ];

    /// <summary>The kinds of alternate contacts, in the order of the documents.</summary>
    public static IEnumerable<string> Kinds => Alternates.Select(alternate => alternate.Kind);

    public static PrimaryContact Primary(SimulatedAccount account)
    {
        var draw = account.Stream.Child("contact");
        return new PrimaryContact(
            $"{draw.Int(1, 200)} Example Way",
            "Tour de l\u2019Exemple",
            draw.Pick(["Dublin", "Z\u00fcrich", "Singapore", "M\u00e1laga"]),
            draw.Pick(["IE", "CH", "SG", "ES"]),
            $"0{draw.Int(10000, 99999)}",
            account.Customer,
            $"+1-555-01{draw.Int(0, 100):00}",
            "https://www.example.com",
            $"{account.Product} Team");
    }

    /// <summary>The contact for a purpose; null where nobody was named.</summary>
    public static AlternateContact? Alternate(SimulationPlan plan, SimulatedAccount account, string kind)
    {
        var draw = account.Stream.Child("contact").Child(kind);
        if (plan.Rows is null && (account.IsRestricted || draw.Chance(0.2)))
        {
            return null;
        }

        var (_, name, title) = Array.Find(Alternates, alternate => alternate.Kind == kind);
        return new AlternateContact(kind, name, title, $"{kind}@example.com", $"+1-555-01{draw.Int(0, 100):00}");
    }
}
