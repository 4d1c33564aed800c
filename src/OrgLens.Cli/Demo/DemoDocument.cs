namespace OrgLens.Cli.Demo;

/// <summary>A document to upload.</summary>
internal sealed record DemoDocument(string Key, byte[] Body);
