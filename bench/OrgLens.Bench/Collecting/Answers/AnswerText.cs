using System.Globalization;
using System.Text;
using OrgLens.Aws;

namespace OrgLens.Bench.Collecting.Answers;

/// <summary>
/// An answer as a service writes it. What is between <c>[*</c> and <c>*]</c> is an item: it stands there once for each item of the page, and
/// where an operation pages, there is a second page.
/// </summary>
/// <param name="Text">JSON, or the XML inside the element that the protocol puts around it.</param>
/// <param name="PerPage">Items of a page.</param>
internal sealed record AnswerText(string Text, int PerPage = 3)
{
    public const string Account = "111122223333";
    public const int Pages = 2;

    private const string SecondPage = "page-2";
    private const string Begin = "[*";
    private const string End = "*]";

    /// <summary>The body of the answer.</summary>
    /// <param name="operation">What was called.</param>
    /// <param name="region">Where.</param>
    /// <param name="request">Body and query of the request: the page that it asks for, and the items.</param>
    /// <param name="now">The time of the answer.</param>
    public string Write(AwsOperation operation, string region, string request, DateTimeOffset now)
    {
        var isXml = operation.Service.Protocol is AwsProtocol.Query or AwsProtocol.Ec2 or AwsProtocol.RestXml;
        var (from, to) = (Text.IndexOf(Begin, StringComparison.Ordinal), Text.IndexOf(End, StringComparison.Ordinal));
        // Every page of a paid operation is paid for, and few accounts have a second one.
        var isPaged = from >= 0 && operation.Paging is not null && operation.PriceUsd == 0;
        var isFirst = !request.Contains(SecondPage, StringComparison.Ordinal);
        var text = new StringBuilder(from < 0 ? Text : Text[..from]);
        if (from >= 0)
        {
            var items = Places(isPaged, isFirst, request).Select(place => Text[(from + Begin.Length)..to].Replace("{id}", Id(place), StringComparison.Ordinal)
                .Replace("{verdict}", place % 2 == 0 ? "COMPLIANT" : "NON_COMPLIANT", StringComparison.Ordinal));
            text.Append(isXml ? string.Empty : "[").AppendJoin(isXml ? string.Empty : ",", items).Append(isXml ? string.Empty : "]").Append(Text[(to + End.Length)..]);
        }

        var day = new DateTimeOffset(now.UtcDateTime.Date.AddDays(-1), TimeSpan.Zero);
        text.Replace("{region}", region).Replace("{account}", Account)
            .Replace("{day}", Day(day)).Replace("{today}", Day(now)).Replace("{instant}", Day(day) + "T12:00:00Z")
            .Replace("{epoch}", day.AddHours(12).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))
            .Replace("{state}", request.Contains("ARCHIVED", StringComparison.Ordinal) ? "ARCHIVED" : "ACTIVE");
        return Around(operation, text.ToString(), isPaged ? operation.Paging : null, isFirst);
    }

    private static string Id(int place) => string.Create(CultureInfo.InvariantCulture, $"no{place}");

    private static string Flag(bool value) => value ? "true" : "false";

    private static string Day(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Around(AwsOperation operation, string text, AwsPaging? paging, bool hasNext)
    {
        if (operation.Service.Protocol is not (AwsProtocol.Query or AwsProtocol.Ec2 or AwsProtocol.RestXml))
        {
            var members = paging is null ? string.Empty
                : (hasNext ? $"\"{paging.Output}\":\"{SecondPage}\"," : string.Empty) + (paging.More is null ? string.Empty : $"\"{paging.More}\":{Flag(hasNext)},");
            return "{" + members + text[1..];
        }

        var elements = paging is null ? string.Empty
            : (hasNext ? $"<{paging.Output}>{SecondPage}</{paging.Output}>" : string.Empty)
            + (paging.More is null ? string.Empty : $"<{paging.More}>{Flag(hasNext)}</{paging.More}>");
        var name = operation.Name;
        return operation.Service.Protocol switch
        {
            AwsProtocol.Query => $"<{name}Response><{name}Result>{elements}{text}</{name}Result></{name}Response>",
            AwsProtocol.Ec2 => $"<{name}Response>{elements}{text}</{name}Response>",
            _ => text.Insert(text.IndexOf('>', StringComparison.Ordinal) + 1, elements),
        };
    }

    private List<int> Places(bool isPaged, bool isFirst, string request)
    {
        if (isPaged)
        {
            return [.. Enumerable.Range(isFirst ? 1 : PerPage + 1, PerPage)];
        }

        // Who asks for items by their ids gets those, everybody else all of them.
        var all = Enumerable.Range(1, Pages * PerPage).ToList();
        var asked = all.Where(place => request.Contains(Id(place), StringComparison.Ordinal)).ToList();
        return asked.Count > 0 ? asked : all;
    }
}
