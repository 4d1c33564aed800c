namespace OrgLens.Local.Simulation.Estate;

internal sealed record EncryptionKey(string Id, string Description, DateTimeOffset CreatedAt, bool IsEnabled, bool Rotates)
{
    public bool IsAsymmetric { get; init; }
}

internal sealed record Secret(string Name, string Suffix, string? Description, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt, DateTimeOffset? AccessedOn, bool? Rotates, string Team)
{
    public string Arn(RegionEstate estate) => estate.Arn("secretsmanager", $"secret:{Name}-{Suffix}");
}

internal sealed record Certificate(string Id, string Domain, bool IsImported, string Status, DateTimeOffset NotBefore, DateTimeOffset NotAfter)
{
    public bool IsElliptic { get; init; }

    public string KeyAlgorithm => IsElliptic ? "EC_prime256v1" : "RSA_2048";

    public IReadOnlyList<string> Names => IsImported ? [Domain] : [Domain, "*." + Domain];
}

internal sealed record Trail(string Name, string HomeRegion, bool IsLogging, bool IsMultiRegion, DateTimeOffset StartedAt)
{
    public string Arn(SimulatedAccount account) => $"arn:aws:cloudtrail:{HomeRegion}:{account.Id}:trail/{Name}";

    /// <summary>When it was stopped, if it was, as the report on <paramref name="day"/> says.</summary>
    public DateTimeOffset? StoppedAt(DateOnly day) => IsLogging ? null : day.Midnight().AddHours(3);
}

/// <summary>Keys, secrets, certificates and trails.</summary>
internal sealed class Vault(RegionEstate estate)
{
    private static readonly string[] Purposes = ["Application data", "RDS storage", "EBS volumes", "Log archive", "Queue encryption", "Backups"];
    private static readonly string[] Things = ["db", "api-key", "signing", "oauth-client", "smtp", "cache-token"];
    private static readonly string[] Hosts = ["www", "api", "admin", "static", "checkout", "events"];

    public IEnumerable<EncryptionKey> Keys(DateOnly day) => estate.Occupied("key", estate.Census.Keys, day).Select(slot =>
    {
        var draw = slot.Occupancy.Stream.Child("key");
        var rotates = draw.Chance(0.65);
        return new EncryptionKey(draw.Uuid(), Purposes[slot.Index % Purposes.Length], slot.Occupancy.Since.At(draw), !draw.Chance(0.06), rotates);
    });

    /// <summary>Keys that sign, which the reference leaves out because they can't rotate.</summary>
    public IEnumerable<EncryptionKey> SigningKeys()
    {
        var draw = estate.Stream.Child("signing-key");
        return estate.Census.IsSteady ? [] : [new EncryptionKey(draw.Uuid(), "Token signing", estate.Census.Origin.AddDays(-draw.Int(30, 400)).At(draw), IsEnabled: true, Rotates: false) { IsAsymmetric = true }];
    }

    public IEnumerable<Secret> Secrets(DateOnly day) => estate.Occupied("secret", estate.Census.Secrets, day).Select(slot =>
    {
        var draw = slot.Occupancy.Stream.Child("secret");
        var stage = estate.Account.IsProduction ? "prod" : "dev";
        var thing = Things[slot.Index % Things.Length];
        var created = slot.Occupancy.Since.At(draw);
        bool? rotates = draw.Chance(0.4) ? true : draw.Chance(0.3) ? false : null;
        // Rotation changes a secret every 30 days.
        var age = estate.Census.IsSteady ? 0 : (day.DayNumber - slot.Occupancy.Since.DayNumber) / 30 * 30;
        return new Secret(
            $"{stage}/{estate.Account.Slug}/{thing}{(slot.Index < Things.Length ? "" : "-" + slot.Index)}",
            draw.Letters(6),
            draw.Chance(0.8) ? $"{thing} of {estate.Account.Product}" : null,
            created,
            rotates == true ? created.AddDays(age) : created,
            estate.Census.IsSteady || draw.Chance(0.15) ? null : day.AddDays(-draw.Int(1, 5)).Midnight(),
            rotates,
            estate.Account.Slug);
    });

    public IEnumerable<Certificate> Certificates(DateOnly day)
    {
        for (var index = 0; index < estate.Census.Certificates; index++)
        {
            var stream = estate.Stream.Child("certificate").Child(index);
            var draw = stream.Child("certificate");
            var isImported = draw.Chance(0.3);
            // Issued ones renew 60 days before they end; imported ones are replaced some days too late.
            var (life, cycle) = isImported ? (365, 372) : (395, 335);
            var today = estate.Census.IsSteady ? estate.Census.Origin : day;
            var age = (today.DayNumber + draw.Int(0, cycle)) % cycle;
            var notBefore = today.AddDays(-age);
            var host = Hosts[index % Hosts.Length] + (index < Hosts.Length ? "" : "-" + index);
            yield return new Certificate(
                isImported ? stream.Child(notBefore.DayNumber).Uuid() : stream.Uuid(),
                $"{host}.{estate.Account.Name}.example.com",
                isImported,
                age > life ? "EXPIRED" : "ISSUED",
                notBefore.Midnight().AddHours(8).AddMinutes(30),
                notBefore.AddDays(life).Midnight().AddHours(8).AddMinutes(30));
        }
    }

    /// <summary>Certificates with keys on elliptic curves, which the reference doesn't see.</summary>
    public IEnumerable<Certificate> EllipticCertificates()
    {
        var issued = estate.Census.Origin.AddDays(-100).Midnight();
        return estate.Census.IsSteady
            ? []
            : [new Certificate(estate.Stream.Child("elliptic").Uuid(), $"edge.{estate.Account.Name}.example.com", IsImported: false, "ISSUED", issued, issued.AddDays(395)) { IsElliptic = true }];
    }

    /// <summary>The trail of the account's home, then those of this Region only.</summary>
    public IEnumerable<Trail> Trails(DateOnly day)
    {
        var home = estate.Account.Regions[0];
        yield return new Trail("org-activity", home, IsLogging: true, IsMultiRegion: true, estate.Census.Origin.AddDays(-400).At(estate.Account.Stream.Child("trail")));
        if (!estate.Census.IsSteady && estate.Region == home && estate.Account.Size > 0.5)
        {
            // Somebody stops it now and then: a finding that should show.
            var isLogging = estate.Stream.Child("trail").Child(day.DayNumber / 3).Int(0, 9) != 0;
            yield return new Trail("data-events", home, isLogging, IsMultiRegion: false, estate.Census.Origin.AddDays(-120).At(estate.Stream.Child("data-trail")));
        }
    }
}
