namespace OrgLens.Tests.Database.Pages;

/// <summary>A column of a table or view.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsRequired">Whether null is refused.</param>
/// <param name="Comment">What it means; null: nobody has said.</param>
internal sealed record RelationColumn(string Name, string Type, bool IsRequired, string? Comment);
