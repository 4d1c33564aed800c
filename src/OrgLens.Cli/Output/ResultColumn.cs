namespace OrgLens.Cli.Output;

/// <summary>A column of a result.</summary>
internal sealed record ResultColumn(string Name, ValueKind Kind = ValueKind.Text);
