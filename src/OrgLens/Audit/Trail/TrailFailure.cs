namespace OrgLens.Audit.Trail;

/// <summary>A record that could not be used.</summary>
/// <param name="Index">Its position in the list that was to be applied.</param>
/// <param name="Reason">What is wrong with it; never its values.</param>
public sealed record TrailFailure(int Index, string Reason);
