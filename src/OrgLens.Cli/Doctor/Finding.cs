namespace OrgLens.Cli.Doctor;

/// <summary>What an examination found.</summary>
/// <param name="Subject">What was examined.</param>
/// <param name="IsFine">Whether nothing has to be done.</param>
/// <param name="Found">What it is like.</param>
/// <param name="Remedy">What mends it, or more about it; null where there is nothing to say.</param>
internal sealed record Finding(string Subject, bool IsFine, string Found, string? Remedy = null);
