using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Documents;

internal static class ConfigSection
{
    public static void Write(PythonJsonWriter json, SnapshotScope scope)
    {
        if (scope.Fails(Outage.ConfigRules))
        {
            json.EmptyArray("config");
            return;
        }

        var evaluations = Compliance.Evaluations(scope.Estate, scope.Window);
        var compliant = Compliance.Rules.Count(rule => Compliance.IsCompliant(scope.Estate, rule, scope.Window));
        var seen = evaluations.Select(evaluation => evaluation.Rule).Distinct().ToList();
        var seenCompliant = seen.Count(rule => Compliance.IsCompliant(scope.Estate, rule, scope.Window));
        json.Name("config");
        json.StartRow();
        scope.WriteWindow(json);
        json.Field("compliance_score", Math.Round(100.0 * compliant / Compliance.Rules.Count, 2));
        json.Field("total_rules", Compliance.Rules.Count);
        json.Field("compliant_rules", compliant);
        json.Field("non_compliant_rules", Compliance.Rules.Count - compliant);
        json.Field("curr_non_compliant", seen.Count - seenCompliant);
        json.Field("curr_compliant", seenCompliant);
        json.StartArray("non_compliant_resources");
        foreach (var evaluation in evaluations)
        {
            Write(json, evaluation, scope.Fails(Outage.ConformancePacks));
        }

        json.EndArray();
        json.EndObject();
    }

    private static void Write(PythonJsonWriter json, RuleEvaluation evaluation, bool withoutPacks)
    {
        json.StartRow();
        json.Field("rule_name", evaluation.Rule.Name);
        json.Field("resource_id", evaluation.ResourceId);
        json.Field("resource_type", evaluation.Rule.ResourceType);
        json.Field("config_rule_invoked_time", evaluation.RecordedAt);
        json.Field("conformance_pack", withoutPacks ? "Standalone" : evaluation.Rule.Pack);
        json.Field("compliance_type", evaluation.Compliance);
        json.Field("annotation", evaluation.Annotation);
        json.Field("evaluation_mode", "DETECTIVE");
        json.EndObject();
    }
}
