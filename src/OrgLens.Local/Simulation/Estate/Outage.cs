namespace OrgLens.Local.Simulation.Estate;

/// <summary>A part of the collection that fails, with what the service answered.</summary>
internal sealed record Outage(string Topic, string Service, string Operation, string Code, string Message, string? Status)
{
    public static Outage ConformancePacks { get; } = Denied("config", "config:DescribeConformancePacks", status: null, prefix: "Conformance Pack: ");
    public static Outage ConfigRules { get; } = Denied("config", "config:DescribeComplianceByConfigRule", "config_status");
    public static Outage Costs { get; } = new("services_data", "ce", "GetCostAndUsage", "LimitExceededException", "You have exceeded your limits on the number of requests.", "service_status");
    public static Outage CostReport { get; } = Costs with { Topic = "cost_analysis", Status = "cost_status" };
    public static Outage Forecast { get; } = new("Forecast unavailable", "ce", "GetCostForecast", "DataUnavailableException", "Insufficient amount of historical data to generate forecast (minimum 1 billing cycle is required).", null);
    public static Outage SecurityHub { get; } = new("security_hub", "securityhub", "GetFindings", "InvalidAccessException", "Account {0} is not subscribed to AWS Security Hub", null) { IsWhole = true };
    public static Outage GuardDuty { get; } = Denied("guard_duty", "guardduty:ListDetectors", status: null);
    public static Outage Keys { get; } = Denied("kms", "kms:ListKeys", status: null);
    public static Outage Inspector { get; } = new("inspector", "inspector2", "ListFindings", "AccessDeniedException", "Invoking account does not have access to list findings.", null);
    public static Outage Secrets { get; } = Denied("secrets_manager", "secretsmanager:ListSecrets", status: null);
    public static Outage Certificates { get; } = Denied("certificate_manager", "acm:ListCertificates", status: null);
    public static Outage Trails { get; } = Denied("cloudtrail", "cloudtrail:DescribeTrails", status: null);
    public static Outage Inventory { get; } = Denied("inventory", "ssm:DescribeInstanceInformation", "inventory_status");
    public static Outage InventoryThrottled { get; } = new("inventory", "ssm", "DescribeInstanceInformation", "ThrottlingException", "Rate exceeded", "inventory_status");
    public static Outage TrustedAdvisor { get; } = BasicSupport("trusted_advisor", "DescribeTrustedAdvisorChecks", "trusted_advisor_status");
    public static Outage Health { get; } = new("health", "health", "DescribeEvents", "SubscriptionRequiredException", "You need a Business or Enterprise Support plan to use this operation.", "health_status") { IsWhole = true };
    public static Outage SupportCases { get; } = BasicSupport("support_tickets", "DescribeCases", "support_tickets_status");
    public static Outage ResilienceHub { get; } = Denied("resilience_hub", "resiliencehub:ListApps", "resilience_hub_status");
    public static Outage Resources { get; } = Denied("service_resources", "rds:DescribeDBInstances", "service_resources_status");
    public static Outage SavingsPlans { get; } = Denied("ri_sp_savings", "savingsplans:DescribeSavingsPlans", status: null, prefix: "Error getting Savings Plans - ");

    /// <summary>Text before the error, as the reference adds it for some topics.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Whether it is for want of a permission, not of the service.</summary>
    public bool IsPolicy { get; init; }

    /// <summary>Whether no other operation of the service works either.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether an operation is one of those that fail.</summary>
    public bool Hits(string service, string operation) => Service == service && (IsWhole || Operation == operation);

    /// <summary>The error text that the document of <paramref name="account"/> carries.</summary>
    public string Describe(SimulatedAccount account)
    {
        var retries = Code == "ThrottlingException" ? " (reached max retries: 4)" : "";
        return $"{Prefix}An error occurred ({Code}) when calling the {Operation} operation{retries}: {string.Format(null, Message, account.Id)}";
    }

    /// <summary>What fails in a Region on a day: nothing for most, much for accounts with few permissions.</summary>
    public static IReadOnlyList<Outage> Of(RegionEstate estate, DateOnly day)
    {
        if (estate.Census.IsSteady)
        {
            return [Forecast];
        }

        if (!estate.Account.IsRestricted)
        {
            return estate.Stream.Child("throttled").Child(day.DayNumber).Chance(0.04) ? [InventoryThrottled] : [];
        }

        IReadOnlyList<Outage> basic = [ConformancePacks, Inventory, TrustedAdvisor, Health, SecurityHub, Forecast, SupportCases, Keys, Inspector, SavingsPlans];
        return estate.Account.Stream.Child("locked").Chance(0.5)
            ? [Costs, .. basic.Take(1), TrustedAdvisor, CostReport, ResilienceHub, SecurityHub, Health, SavingsPlans, Secrets, Inspector, Keys, GuardDuty, Certificates, Trails, Resources, ConfigRules, SupportCases, InventoryThrottled]
            : basic;
    }

    private static Outage Denied(string topic, string action, string? status, string prefix = "") => new(
        topic,
        action[..action.IndexOf(':', StringComparison.Ordinal)],
        action[(action.IndexOf(':', StringComparison.Ordinal) + 1)..],
        "AccessDeniedException",
        $"User: arn:aws:sts::{{0}}:assumed-role/A360-sender/A360-sender is not authorized to perform: {action} because no identity-based policy allows the {action} action",
        status)
    { Prefix = prefix, IsPolicy = true };

    private static Outage BasicSupport(string topic, string operation, string status) =>
        new(topic, "support", operation, "SubscriptionRequiredException", "Amazon Web Services Premium Support Subscription is required to use this service.", status) { IsWhole = true };
}
