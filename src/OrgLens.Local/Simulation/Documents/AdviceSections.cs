using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Documents;

/// <summary>The sections <c>trusted_advisor</c>, <c>health</c> and <c>resilience_hub</c>.</summary>
internal static class AdviceSections
{
    public static void WriteChecks(PythonJsonWriter json, SnapshotScope scope)
    {
        json.StartArray("trusted_advisor");
        if (!scope.Fails(Outage.TrustedAdvisor) && scope.Plan.Rows is null)
        {
            foreach (var flagged in Advice.Flagged(scope.Account, scope.Window))
            {
                json.StartRow();
                json.Field("check_name", flagged.Check.Name);
                json.Field("category", flagged.Check.Category);
                json.Field("severity", flagged.IsError ? "error" : "warning");
                json.Field("recommendation", flagged.Check.Recommendation);
                json.Field("affected_resources_count", flagged.Affected);
                json.Field("potential_savings", flagged.Savings);
                json.Field("timestamp", flagged.RefreshedAt);
                json.EndObject();
            }
        }

        json.EndArray();
    }

    public static void WriteHealth(PythonJsonWriter json, SnapshotScope scope)
    {
        json.StartArray("health");
        if (!scope.Fails(Outage.Health) && scope.Plan.Rows is null)
        {
            foreach (var notice in HealthCalendar.Events(scope.Plan, scope.Account, scope.Window))
            {
                json.StartRow();
                json.Field("arn", notice.Arn);
                json.Field("service", notice.Service);
                json.Field("event_type_code", notice.Code);
                json.Field("event_type_category", notice.Category);
                json.Field("region", notice.Region);
                json.Null("availability_zone");
                json.Field("start_time", notice.StartsAt);
                json.Field("end_time", notice.EndsAt);
                json.Field("last_updated_time", notice.UpdatedAt);
                json.Field("status_code", notice.Status);
                json.Field("event_scope_code", notice.Scope);
                json.EndObject();
            }
        }

        json.EndArray();
    }

    public static void WriteResilience(PythonJsonWriter json, SnapshotScope scope)
    {
        json.StartArray("resilience_hub");
        if (!scope.Fails(Outage.ResilienceHub))
        {
            foreach (var application in ResilientApplication.CreatedOn(scope.Estate, scope.Window))
            {
                json.StartRow();
                json.Field("app_arn", application.Arn);
                json.Field("name", application.Name);
                json.Field("description", application.Description);
                json.Field("creation_time", application.CreatedAt);
                json.Null("last_assessment_time");
                json.Field("compliance_status", application.Compliance);
                json.Field("resiliency_score", application.Score);
                json.Field("status", "Active");
                json.Null("rpo");
                json.Null("rto");
                json.Null("last_drill");
                json.Null("cost");
                json.EndObject();
            }
        }

        json.EndArray();
    }
}
