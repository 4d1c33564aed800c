using OrgLens.Database;

namespace OrgLens.Cli.Hub;

/// <summary>A question of <c>sql/queries</c>, with the title that its first line gives it.</summary>
internal sealed record NamedQuery(string Name, string Title, string Sql)
{
    private const string Folder = "queries";

    public static IReadOnlyList<NamedQuery> All { get; } = [.. SqlFiles.Under(Folder).Select(Load)];

    public static NamedQuery? Find(string name) => All.FirstOrDefault(query => query.Name == name);

    private static NamedQuery Load(string path)
    {
        var sql = SqlFiles.Read(path);
        var title = sql.Split('\n', 2)[0].TrimStart('-', ' ').TrimEnd();
        return new NamedQuery(path[(Folder.Length + 1)..], title, sql.TrimEnd().TrimEnd(';'));
    }
}
