using System.CommandLine;
using System.Net;
using System.Text;

namespace OrgLens.Cli.Commands;

/// <summary><c>orglens invoke</c>: invokes a function of the local cloud.</summary>
internal static class InvokeCommand
{
    public static Command Create(Func<ParseResult, CommandContext> context)
    {
        var function = new Argument<string>("function") { Description = "The function's name, such as orglens-SweepSnapshots." };
        var file = new Option<FileInfo>("--event") { Description = "The JSON file that the function is given; {} without it.", HelpName = "file" };
        var command = new Command("invoke", "Invoke a function of the local cloud (in AWS: aws lambda invoke).") { function, file };
        command.SetAction((parsed, cancellationToken) => RunAsync(context(parsed), parsed.GetRequiredValue(function), parsed.GetValue(file), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string function, FileInfo? file, CancellationToken cancellationToken)
    {
        var endpoint = new Uri(context.Required("AWS_ENDPOINT_URL").TrimEnd('/') + "/");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(endpoint, $"2015-03-31/functions/{Uri.EscapeDataString(function)}/invocations"));
        request.Headers.Add("X-Amz-Log-Type", "Tail");
        request.Content = new ByteArrayContent(file is null ? "{}"u8.ToArray() : await File.ReadAllBytesAsync(file.FullName, cancellationToken));
        using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(16) };
        using var response = await http.SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new CommandException($"{function} could not be invoked: HTTP {(int)response.StatusCode}", endpoint.ToString(), "see serverless.template for the names of the functions, and check that this is a local cloud");
        }

        await context.Terminal.Output.WriteLineAsync(await response.Content.ReadAsStringAsync(cancellationToken));
        if (response.Headers.TryGetValues("X-Amz-Log-Result", out var log))
        {
            await context.Terminal.Error.WriteAsync(Encoding.UTF8.GetString(Convert.FromBase64String(log.First())));
        }

        return response.Headers.Contains("X-Amz-Function-Error") ? ExitCode.Failed : ExitCode.Fine;
    }
}
