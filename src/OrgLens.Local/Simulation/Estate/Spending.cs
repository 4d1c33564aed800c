namespace OrgLens.Local.Simulation.Estate;

internal sealed record ServiceCost(string Service, double Cost);

/// <summary>What an account costs: a base per service, growing slowly, less at weekends, with noise and the odd refund.</summary>
internal sealed class Spending(SimulationPlan plan, SimulatedAccount account)
{
    private static readonly (string Service, double Base, double Weekend)[] Services =
    [
        ("Amazon Elastic Compute Cloud - Compute", 38, 0.72), ("Amazon Relational Database Service", 26, 1), ("EC2 - Other", 13, 0.95), ("Tax", 9, 1),
        ("AmazonCloudWatch", 4, 0.9), ("Amazon Simple Storage Service", 3.2, 1), ("Amazon Elastic Load Balancing", 2.9, 0.9), ("Amazon GuardDuty", 2.3, 0.8),
        ("Amazon Virtual Private Cloud", 1.7, 1), ("AWS Security Hub", 1, 1), ("AWS Config", 0.95, 0.6), ("AWS WAF", 0.76, 1), ("Amazon Inspector", 0.68, 1),
        ("AWS Lambda", 0.44, 0.6), ("AWS CloudTrail", 0.33, 0.8), ("AWS Key Management Service", 0.25, 0.8), ("AWS Cost Explorer", 0.14, 1),
        ("AWS Secrets Manager", 0.05, 1), ("Amazon Simple Notification Service", 0.0000043, 0.5),
    ];

    /// <summary>Costs of <paramref name="day"/> by service, highest first.</summary>
    public IReadOnlyList<ServiceCost> ByService(DateOnly day)
    {
        var growth = Math.Pow(account.Stream.Child("growth").Between(0.97, 1.08), (day.DayNumber - plan.Start.DayNumber) / 30.0);
        return
        [
            .. Services.Select(service => new ServiceCost(service.Service, Cost(service, day, growth)))
                .OrderByDescending(cost => cost.Cost).ThenBy(cost => cost.Service, StringComparer.Ordinal),
        ];
    }

    // A sum of 64-bit numbers in the given order, as the reference adds them up.
    public double Total(DateOnly day) => ByService(day).Sum(cost => cost.Cost);

    private double Cost((string Service, double Base, double Weekend) service, DateOnly day, double growth)
    {
        var stream = account.Stream.Child("cost").Child(service.Service);
        var share = stream.Between(0.5, 1.5);
        var draw = stream.Child(day.DayNumber);
        var noise = draw.Between(0.93, 1.07);
        var weekend = day.IsWeekend() ? service.Weekend : 1;
        if (service.Service == "Tax" && plan.Rows is null && draw.Chance(0.02))
        {
            return Math.Round(-service.Base * account.Size * draw.Between(0.5, 2), 10);
        }

        return Math.Round(service.Base * account.Size * share * noise * weekend * growth, 10);
    }
}
