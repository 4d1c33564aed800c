using OrgLens.Local.Simulation.Api;

namespace OrgLens.Local.Simulation.Services.SecurityHub;

/// <summary>Filters of <c>GetFindings</c>: all of them must hold, each by any of its values.</summary>
internal static class FindingFilter
{
    public static bool Holds(ApiCall call, ReportedFinding finding) =>
        call.Input.Child("Filters") is not { } filters || filters.Names.All(name => Holds(call, name, finding, filters.Children(name)));

    public static IEnumerable<ReportedFinding> Sorted(ApiCall call, IEnumerable<ReportedFinding> findings)
    {
        foreach (var criterion in call.Input.Children("SortCriteria").Reverse())
        {
            var field = criterion.Text("Field") ?? throw call.BadInput("SortCriteria.Field is missing");
            string Key(ReportedFinding finding) => finding.Value(field) ?? throw call.BadInput($"The sort field {field} is not simulated");
            findings = criterion.Text("SortOrder") == "desc" ? findings.OrderByDescending(Key, StringComparer.Ordinal) : findings.OrderBy(Key, StringComparer.Ordinal);
        }

        return findings;
    }

    private static bool Holds(ApiCall call, string name, ReportedFinding finding, IReadOnlyList<ApiInput> conditions)
    {
        var value = finding.Value(name) ?? throw call.BadInput($"The filter {name} is not simulated");
        if (name.EndsWith("At", StringComparison.Ordinal))
        {
            return conditions.Any(condition => IsWithin(call, value, condition));
        }

        // What must not be has to hold for all values, what may be for any.
        var (negative, positive) = (conditions.Where(IsNegative).ToList(), conditions.Where(condition => !IsNegative(condition)).ToList());
        return negative.TrueForAll(condition => Compare(call, value, condition)) && (positive.Count == 0 || positive.Exists(condition => Compare(call, value, condition)));
    }

    private static bool IsNegative(ApiInput condition) => condition.Text("Comparison")?.Contains("NOT_", StringComparison.Ordinal) == true;

    private static bool Compare(ApiCall call, string actual, ApiInput condition)
    {
        var wanted = condition.Text("Value") ?? "";
        return condition.Text("Comparison") switch
        {
            "EQUALS" => actual == wanted,
            "NOT_EQUALS" => actual != wanted,
            "PREFIX" => actual.StartsWith(wanted, StringComparison.Ordinal),
            "PREFIX_NOT_EQUALS" => !actual.StartsWith(wanted, StringComparison.Ordinal),
            "CONTAINS" => actual.Contains(wanted, StringComparison.Ordinal),
            "NOT_CONTAINS" => !actual.Contains(wanted, StringComparison.Ordinal),
            var other => throw call.BadInput($"The comparison {other} is not simulated"),
        };
    }

    private static bool IsWithin(ApiCall call, string value, ApiInput condition)
    {
        var instant = DateTimeOffset.Parse(value, null);
        if (condition.Child("DateRange") is { } range)
        {
            return range.Text("Unit") == "DAYS" && instant >= call.Now.AddDays(-(range.Integer("Value") ?? 0));
        }

        var (start, end) = (condition.Instant("Start"), condition.Instant("End"));
        return start is null && end is null
            ? throw call.BadInput("A date filter needs Start, End or DateRange")
            : !(instant < start) && !(instant > end);
    }
}
