using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Documents;

/// <summary>The sections <c>compute_optimizer</c> and <c>ri_sp_savings</c>.</summary>
internal static class SavingsSections
{
    public static void WriteRecommendations(PythonJsonWriter json, SnapshotScope scope)
    {
        json.StartArray("compute_optimizer");
        if (!scope.Account.IsRestricted)
        {
            foreach (var recommendation in Rightsizing.Recommendations(scope.Estate, scope.Date))
            {
                Write(json, scope, recommendation);
            }
        }

        json.EndArray();
    }

    public static void WriteCommitments(PythonJsonWriter json, SnapshotScope scope)
    {
        json.StartArray("ri_sp_savings");
        foreach (var reservation in Commitments.Reservations(scope.Estate))
        {
            Write(json, scope, reservation);
        }

        if (Commitments.SavingsPlan(scope.Plan, scope.Account) is { } plan && !scope.Fails(Outage.SavingsPlans))
        {
            WriteSavingsPlan(json, scope, plan);
        }

        json.EndArray();
    }

    private static void Write(PythonJsonWriter json, SnapshotScope scope, Recommendation recommendation)
    {
        json.StartRow();
        json.Field("account_id", scope.Account.Id);
        json.Field("resource_type", recommendation.Kind);
        json.Field("resource_arn", recommendation.Arn);
        json.Field("resource_name", recommendation.Name);
        json.Field("finding", recommendation.Finding);
        json.Field("current_instance_type", recommendation.InstanceType);
        json.Field("current_memory_size", recommendation.MemoryMiB);
        json.Field("current_volume_type", recommendation.VolumeType);
        json.Field("current_volume_size", recommendation.VolumeGiB);
        json.Field("recommended_instance_type", recommendation.BetterInstanceType);
        json.Field("recommended_memory_size", recommendation.BetterMemoryMiB);
        json.Field("recommended_volume_type", recommendation.BetterVolumeType);
        json.Field("recommended_volume_size", recommendation.BetterVolumeType is null ? null : recommendation.VolumeGiB);
        json.Field("savings_opportunity_percentage", recommendation.SavingsPercent);
        json.Field("estimated_monthly_savings_usd", recommendation.MonthlySavings);
        json.Field("performance_risk", recommendation.Risk);
        var isInstance = recommendation.Kind == "EC2";
        json.Field("cpu_utilization_max", isInstance ? 0 : (int?)null);
        json.Field("memory_utilization_avg", isInstance ? 0.0 : (double?)null);
        json.Null("migration_effort");
        json.EndObject();
    }

    /// <summary>Members that a source does not have are left out, as the reference does.</summary>
    private static void Write(PythonJsonWriter json, SnapshotScope scope, Reservation reservation)
    {
        var isInstance = !reservation.IsDatabase;
        json.StartRow();
        json.Field("service", isInstance ? "Amazon EC2" : "Amazon RDS");
        json.Field("instance_type", reservation.InstanceType);
        json.Field("instance_count", reservation.Count);
        if (isInstance)
        {
            json.Field("instance_tenancy", "default");
        }

        json.Field("offering_class", isInstance ? "standard" : null);
        json.Field("offering_type", reservation.Offering);
        json.Field("product_types", isInstance ? "Linux/UNIX" : "postgresql");
        if (isInstance)
        {
            json.Field("region", "Region");
        }

        json.Field("currency", "USD");
        if (isInstance)
        {
            json.Field("commitment", Math.Round(reservation.Recurring * 730, 3));
        }

        json.Field("upfront_cost", reservation.Upfront);
        if (isInstance)
        {
            json.Field("recurring_cost", reservation.Recurring);
        }
        else
        {
            json.Field("recurring_cost", 0L);
        }

        json.Field("recurring_frequency", isInstance ? "Hourly" : null);
        json.Field("usage_price", 0.0);
        json.Field("start_date", reservation.StartsAt);
        if (isInstance)
        {
            json.Field("end_date", reservation.EndsAt);
        }

        json.Field("duration_seconds", Commitments.YearInSeconds);
        json.Field("state", "active");
        if (isInstance)
        {
            json.Field("description", $"{reservation.Count}x {reservation.InstanceType} Linux/UNIX");
        }

        scope.WriteWindow(json);
        json.Field("reservation_type", "Reserved Instance");
        json.Field("subscription_id", reservation.Id);
        WriteUse(json, scope, reservation);
        json.EndObject();
    }

    private static void WriteUse(PythonJsonWriter json, SnapshotScope scope, Reservation reservation)
    {
        var percent = reservation.UtilizationOn(scope.Account, scope.Window);
        if (percent == 0)
        {
            WriteUnused(json);
            return;
        }

        var onDemand = reservation.OnDemandCost(percent);
        var reserved = reservation.DailyFee;
        json.Field("date", scope.Window);
        json.Field("utilization_percentage", percent);
        json.Field("on_demand_cost", onDemand);
        json.Field("reservation_cost", reserved);
        json.Field("net_savings", Math.Round(onDemand - reserved, 2));
    }

    private static void WriteSavingsPlan(PythonJsonWriter json, SnapshotScope scope, SavingsPlan plan)
    {
        json.StartRow();
        json.Field("offering_id", plan.OfferingId);
        json.Field("savings_plan_arn", plan.Arn);
        json.Field("service", "AWS Savings Plans");
        json.Field("instance_type", "Compute");
        json.Null("instance_family");
        json.Field("offering_type", "No Upfront");
        json.Field("product_types", "EC2,Fargate,Lambda");
        json.Null("region");
        json.Field("currency", "USD");
        json.Field("commitment", plan.Commitment);
        json.Field("upfront_cost", 0.0);
        json.Field("recurring_cost", plan.Recurring);
        json.ZuluField("start_date", plan.StartsAt);
        json.ZuluField("end_date", plan.EndsAt);
        json.Null("returnable_until");
        json.Field("duration_seconds", Commitments.YearInSeconds);
        json.Field("state", "active");
        json.Field("description", "1 year No Upfront Compute Savings Plan");
        scope.WriteWindow(json);
        json.Field("reservation_type", "Savings Plan");
        json.Field("subscription_id", plan.Id);
        WriteUnused(json);
        json.EndObject();
    }

    private static void WriteUnused(PythonJsonWriter json)
    {
        json.Field("utilization_percentage", 0L);
        json.Field("on_demand_cost", 0L);
        json.Field("reservation_cost", 0L);
        json.Field("net_savings", 0L);
    }
}
