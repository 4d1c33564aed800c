namespace OrgLens.Tests.Database.Pages;

/// <summary>A table or view as the database's catalog has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsView">Whether it is a view.</param>
/// <param name="Comment">What it means; null: nobody has said.</param>
/// <param name="Columns">Its columns, in their order.</param>
/// <param name="Keys">Keys and conditions, as they would be declared.</param>
/// <param name="Indexes">Further indexes, as they would be made.</param>
/// <param name="Sources">What a view reads.</param>
/// <param name="Writers">Functions of the schema <c>load</c> that write it.</param>
/// <param name="Sections">Sections of documents that fill it.</param>
internal sealed record Relation(
    string Name, bool IsView, string? Comment, IReadOnlyList<RelationColumn> Columns, IReadOnlyList<string> Keys, IReadOnlyList<string> Indexes, IReadOnlyList<string> Sources,
    IReadOnlyList<string> Writers, IReadOnlyList<string> Sections);
