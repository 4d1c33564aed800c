namespace OrgLens.Cli.Output;

/// <summary>What the values of a column are: it decides their alignment and their JSON type.</summary>
internal enum ValueKind
{
    Text,
    Number,
    Truth,
    Json,
}
