namespace OrgLens.Cli.Doctor;

/// <summary>What an examination found.</summary>
/// <param name="Subject">What was examined.</param>
/// <param name="IsFine">Whether nothing has to be done.</param>
/// <param name="Found">What it is like.</param>
/// <param name="Remedy">What mends it; null where nothing is wrong.</param>
internal sealed record Finding(string Subject, bool IsFine, string Found, string? Remedy = null);
