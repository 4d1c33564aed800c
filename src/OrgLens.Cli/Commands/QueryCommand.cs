using System.CommandLine;
using OrgLens.Cli.Hub;
using OrgLens.Cli.Output;

namespace OrgLens.Cli.Commands;

/// <summary><c>orglens query</c>: asks the database, in SQL or by the name of a question.</summary>
internal static class QueryCommand
{
    public static Command Create(Func<ParseResult, CommandContext> context)
    {
        var question = new Argument<string?>("question") { Description = "A SELECT statement, or the name of a question; without it, the names.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("query", "Ask the database.") { question };
        command.SetAction((parsed, cancellationToken) => RunAsync(context(parsed), parsed.GetValue(question), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string? question, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(question))
        {
            context.Renderer.Render(new ResultTable([new("name"), new("question")], [.. NamedQuery.All.Select(query => (IReadOnlyList<string?>)[query.Name, query.Title])]));
            return ExitCode.Fine;
        }

        context.Renderer.Render(await AskAsync(context, question, cancellationToken));
        return ExitCode.Fine;
    }

    /// <summary>The answer to a named question or a statement.</summary>
    public static async Task<ResultTable> AskAsync(CommandContext context, string question, CancellationToken cancellationToken)
    {
        var named = NamedQuery.Find(question);
        if (named is null && !question.Any(char.IsWhiteSpace))
        {
            throw new CommandException($"There is no question '{question}'", "sql/queries", "see `orglens query` for their names, or give a statement", ExitCode.WrongUsage);
        }

        var response = await new HubClients(context).Database().QueryAsync(named?.Sql ?? question, [], cancellationToken);
        return QueryResult.Of(response) with { Title = named?.Title };
    }
}
