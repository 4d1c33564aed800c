namespace OrgLens.Cli.Output;

/// <summary>Writes results in the format that was asked for.</summary>
internal sealed class ResultRenderer(Terminal terminal, OutputFormat format)
{
    /// <summary>Whether people read this: only they get titles and remarks.</summary>
    public bool IsForPeople => format == OutputFormat.Table;

    public void Render(ResultTable table)
    {
        switch (format)
        {
            case OutputFormat.Json:
                JsonResult.Write(table, terminal.Output);
                break;
            case OutputFormat.Csv:
                CsvResult.Write(table, terminal.Output);
                break;
            default:
                TableResult.Write(table, terminal.OutputConsole());
                break;
        }
    }
}
