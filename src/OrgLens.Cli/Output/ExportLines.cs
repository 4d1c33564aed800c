namespace OrgLens.Cli.Output;

/// <summary>Writes variables so that a shell takes them over: <c>eval "$(orglens … env)"</c>.</summary>
internal static class ExportLines
{
    /// <summary>Export lines for people's shells, a table for other programs.</summary>
    public static void Write(CommandContext context, IReadOnlyDictionary<string, string> environment)
    {
        if (!context.Renderer.IsForPeople)
        {
            context.Renderer.Render(new ResultTable([new("name"), new("value")], [.. environment.Select(variable => (IReadOnlyList<string?>)[variable.Key, variable.Value])]));
            return;
        }

        foreach (var (name, value) in environment)
        {
            context.Terminal.Output.WriteLine($"export {name}='{value.Replace("'", "'\\''", StringComparison.Ordinal)}'");
        }
    }
}
