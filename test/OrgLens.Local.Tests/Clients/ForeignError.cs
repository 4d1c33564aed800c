namespace OrgLens.Local.Tests.Clients;

/// <summary>What boto3 raised.</summary>
/// <param name="Code">The error code it read from the answer.</param>
/// <param name="Message">The message.</param>
/// <param name="Type">The exception class: a modelled error has one of its own, any other is a ClientError.</param>
/// <param name="Status">The HTTP status; 0 without an answer.</param>
public sealed record ForeignError(string Code, string Message, string Type, int Status);
