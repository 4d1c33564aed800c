using System.Text.Json;
using System.Text.Json.Nodes;
using OrgLens.Database;

namespace OrgLens.Dashboards;

/// <summary>Answers what the page asks about an analysis. Whoever enters the database, its answers are read as <c>orglens_reader</c>.</summary>
/// <param name="database">The database.</param>
/// <param name="analysis">The analysis.</param>
/// <param name="catalog">The views and their columns.</param>
/// <param name="clock">What <c>now()</c> is in rolling dates.</param>
public sealed class DashboardAnswers(DataApi database, Analysis analysis, ColumnCatalog catalog, TimeProvider clock)
{
    // What a page draws by; filters and calculated fields, a third of the whole, are in the questions.
    private static readonly string[] s_shown = ["sheets", "columnConfigurations"];

    private readonly VisualQuestions _questions = new(analysis, catalog, clock);

    private readonly AnswerMemory _memory = new(clock);

    private (string Defaults, string Text) _described = (string.Empty, string.Empty);

    // Nodes of a definition are made when they are first read: not by two at once.
    private readonly Lock _reading = new();

    /// <summary>The visuals of all sheets, in their order.</summary>
    public IReadOnlyList<(string Sheet, string Visual)> Visuals
    {
        get
        {
            lock (_reading)
            {
                return [.. analysis.Sheets.SelectMany(sheet => sheet.Items("visuals").Select(visual => (sheet.Required("sheetId"), visual.Variant().Value.Required("visualId"))))];
            }
        }
    }

    /// <summary>The definition's sheets and colours, with what the page needs to know besides: the defaults of parameters, and why which visuals can't be drawn.</summary>
    public JsonObject Describe() => (JsonObject)JsonNode.Parse(DescribeText())!;

    /// <summary>The same as JSON. It is written once, as long as the parameters' defaults stay.</summary>
    public string DescribeText()
    {
        lock (_reading)
        {
            var parameters = Defaults();
            var defaults = new JsonObject(
                parameters.All.Select(parameter => KeyValuePair.Create<string, JsonNode?>(parameter.Key, new JsonArray([.. parameter.Value.Select(value => (JsonNode)value)]))));
            var known = defaults.ToJsonString();
            if (_described.Defaults != known)
            {
                var description = new JsonObject
                {
                    ["name"] = analysis.Name,
                    ["definition"] = new JsonObject(s_shown.Where(analysis.Definition.ContainsKey).Select(member => KeyValuePair.Create(member, analysis.Definition[member]?.DeepClone()))),
                    ["defaults"] = defaults,
                    ["undrawn"] = Undrawn(parameters),
                };
                _described = (known, description.ToJsonString());
            }

            return _described.Text;
        }
    }

    /// <summary>What the database's contents are known by: the same as long as nothing has been written.</summary>
    public async Task<string> VersionAsync(CancellationToken cancellationToken) =>
        (await database.ExecuteAsync(SqlFiles.Read("calls/dashboard_version"), [], cancellationToken)).Records[0][0].StringValue;

    /// <summary>The answer to a visual: its parts with fields and rows, and the coverage of its view where there are none.</summary>
    /// <exception cref="DashboardException">The visual can't be drawn.</exception>
    public async Task<JsonObject> VisualAsync(VisualRequest request, CancellationToken cancellationToken) =>
        (JsonObject)JsonNode.Parse(await VisualTextAsync(request, cancellationToken))!;

    /// <summary>The same as JSON. What the database answered is put into it as it is.</summary>
    /// <exception cref="DashboardException">The visual can't be drawn.</exception>
    public async Task<string> VisualTextAsync(VisualRequest request, CancellationToken cancellationToken)
    {
        IReadOnlyList<VisualQuestion> questions;
        lock (_reading)
        {
            questions = _questions.Of(request, Defaults().With(request.Chosen));
        }

        var parts = new List<string>();
        var isEmpty = true;
        foreach (var question in questions)
        {
            var answer = await AskAsync(question, request.Version, cancellationToken);
            isEmpty &= IsEmpty(answer);
            var head = new JsonObject { ["part"] = question.Part, ["fields"] = new JsonArray([.. question.Fields.Select(field => (JsonNode)field.ToJson())]) };
            // Both are objects with members: one, without its end, and the other, without its beginning, are one.
            parts.Add($"{head.ToJsonString()[..^1]},{answer[1..]}");
        }

        var coverage = isEmpty && questions.Count > 0 ? $",\"coverage\":{await CoverageAsync(questions[^1].View, cancellationToken)}" : string.Empty;
        return $"{{\"parts\":[{string.Join(',', parts)}]{coverage}}}";
    }

    /// <summary>The values that a control offers.</summary>
    /// <exception cref="DashboardException">There is no such control.</exception>
    public async Task<JsonObject> ControlAsync(string sheetId, string controlId, CancellationToken cancellationToken)
    {
        VisualQuestion question;
        lock (_reading)
        {
            question = _questions.OfControl(sheetId, controlId, Defaults());
        }

        var answer = JsonNode.Parse(await AskAsync(question, null, cancellationToken))!;
        return new JsonObject
        {
            ["values"] = new JsonArray([.. answer.Items("rows").Select(row => row is JsonArray values ? values[0]?.DeepClone() : null)]),
            ["more"] = answer["more"]?.DeepClone(),
        };
    }

    private ParameterValues Defaults() => ParameterValues.Defaults(analysis, clock.GetUtcNow());

    private static bool IsEmpty(string answer)
    {
        using var document = JsonDocument.Parse(answer);
        return document.RootElement.GetProperty("rows").EnumerateArray().All(row => row.EnumerateArray().All(value => value.ValueKind == JsonValueKind.Null));
    }

    /// <summary>The visuals that can't be drawn, and why.</summary>
    private JsonObject Undrawn(ParameterValues parameters)
    {
        var undrawn = new JsonObject();
        foreach (var (sheet, visual) in Visuals)
        {
            try
            {
                _questions.Of(new VisualRequest(sheet, visual), parameters);
            }
            catch (DashboardException e)
            {
                undrawn[visual] = e.Message;
            }
        }

        return undrawn;
    }

    private async Task<string> AskAsync(VisualQuestion question, string? version, CancellationToken cancellationToken)
    {
        var text = question.Text.ToJsonString();
        // Others may wait for what is kept: it does not end with whoever asked first.
        return version is null
            ? await AskAsync(text, cancellationToken)
            : await _memory.GetAsync(text, version, () => AskAsync(text, CancellationToken.None)).WaitAsync(cancellationToken);
    }

    private async Task<string> AskAsync(string question, CancellationToken cancellationToken)
    {
        var answer = await database.ExecuteAsync(SqlFiles.Read("calls/dashboard_answer"), [Parameter.Text("question", question)], cancellationToken);
        return string.Concat(answer.Records.Select(piece => piece[0].StringValue));
    }

    private async Task<string> CoverageAsync(string view, CancellationToken cancellationToken)
    {
        var answer = await database.ExecuteAsync(SqlFiles.Read("calls/dashboard_coverage"), [Parameter.Text("relation", view)], cancellationToken);
        return answer.Records[0][0].StringValue;
    }
}
