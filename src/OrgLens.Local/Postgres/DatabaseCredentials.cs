namespace OrgLens.Local.Postgres;

/// <summary>Who logs in to a database.</summary>
public sealed record DatabaseCredentials(string UserName, string Password);
