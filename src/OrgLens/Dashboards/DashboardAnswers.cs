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
    private readonly VisualQuestions _questions = new(analysis, catalog, clock);

    // Nodes of a definition are made when they are first read: not by two at once.
    private readonly Lock _reading = new();

    /// <summary>The definition, with what the page needs to know besides: the defaults of parameters, and why which visuals can't be drawn.</summary>
    public JsonObject Describe()
    {
        lock (_reading)
        {
            return DescribeAlone();
        }
    }

    /// <summary>The answer to a visual: its parts with fields and rows, and the coverage of its view where there are none.</summary>
    /// <exception cref="DashboardException">The visual can't be drawn.</exception>
    public async Task<JsonObject> VisualAsync(string sheetId, string visualId, JsonObject? chosen, IReadOnlyList<string> drill, int offset, CancellationToken cancellationToken)
    {
        IReadOnlyList<VisualQuestion> questions;
        lock (_reading)
        {
            questions = _questions.Of(sheetId, visualId, ParameterValues.Defaults(analysis, clock.GetUtcNow()).With(chosen), drill, offset);
        }

        var parts = new JsonArray();
        var isEmpty = true;
        string? view = null;
        foreach (var question in questions)
        {
            var answer = await AskAsync(question, cancellationToken);
            isEmpty &= answer["rows"] is JsonArray rows && rows.All(row => row is JsonArray values && values.All(value => value is null));
            view = question.View;
            answer["part"] = question.Part;
            answer["fields"] = new JsonArray([.. question.Fields.Select(field => (JsonNode)field.ToJson())]);
            parts.Add((JsonNode)answer);
        }

        var result = new JsonObject { ["parts"] = parts };
        if (isEmpty && view is not null)
        {
            result["coverage"] = await CoverageAsync(view, cancellationToken);
        }

        return result;
    }

    /// <summary>The values that a control offers.</summary>
    /// <exception cref="DashboardException">There is no such control.</exception>
    public async Task<JsonObject> ControlAsync(string sheetId, string controlId, CancellationToken cancellationToken)
    {
        VisualQuestion question;
        lock (_reading)
        {
            question = _questions.OfControl(sheetId, controlId, ParameterValues.Defaults(analysis, clock.GetUtcNow()));
        }

        var answer = await AskAsync(question, cancellationToken);
        return new JsonObject
        {
            ["values"] = new JsonArray([.. answer.Items("rows").Select(row => row is JsonArray values ? values[0]?.DeepClone() : null)]),
            ["more"] = answer["more"]?.DeepClone(),
        };
    }

    private JsonObject DescribeAlone()
    {
        var defaults = ParameterValues.Defaults(analysis, clock.GetUtcNow());
        var undrawn = new JsonObject();
        foreach (var sheet in analysis.Sheets)
        {
            foreach (var visual in sheet.Items("visuals"))
            {
                var visualId = visual.Variant().Value.Required("visualId");
                try
                {
                    _questions.Of(sheet.Required("sheetId"), visualId, defaults, [], 0);
                }
                catch (DashboardException e)
                {
                    undrawn[visualId] = e.Message;
                }
            }
        }

        return new JsonObject
        {
            ["name"] = analysis.Name,
            ["definition"] = analysis.Definition.DeepClone(),
            ["defaults"] = new JsonObject(defaults.All.Select(parameter => KeyValuePair.Create<string, JsonNode?>(parameter.Key, new JsonArray([.. parameter.Value.Select(value => (JsonNode)value)])))),
            ["undrawn"] = undrawn,
        };
    }

    private async Task<JsonObject> AskAsync(VisualQuestion question, CancellationToken cancellationToken)
    {
        var answer = await database.ExecuteAsync(SqlFiles.Read("calls/dashboard_answer"), [Parameter.Text("question", question.Text.ToJsonString())], cancellationToken);
        return (JsonObject)JsonNode.Parse(string.Concat(answer.Records.Select(piece => piece[0].StringValue)))!;
    }

    private async Task<JsonNode?> CoverageAsync(string view, CancellationToken cancellationToken)
    {
        var answer = await database.ExecuteAsync(SqlFiles.Read("calls/dashboard_coverage"), [Parameter.Text("relation", view)], cancellationToken);
        return JsonNode.Parse(answer.Records[0][0].StringValue);
    }
}
