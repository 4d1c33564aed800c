using System.Text.Json.Nodes;

namespace OrgLens.Dashboards;

/// <summary>What to ask the database for a visual, or for a part of it.</summary>
/// <param name="Part">The computation of an insight; empty for other visuals.</param>
/// <param name="View">The view that is asked.</param>
/// <param name="Fields">The columns of the answer, in their order.</param>
/// <param name="Text">The question as <c>dashboard.answer</c> takes it.</param>
public sealed record VisualQuestion(string Part, string View, IReadOnlyList<VisualField> Fields, JsonObject Text);
