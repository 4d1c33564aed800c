namespace OrgLens.Bench.Collecting.Answers;

/// <summary>Costs, commitments to them, and what was bought on the Marketplace.</summary>
internal static class CostAnswers
{
    public static readonly IReadOnlyDictionary<string, AnswerText> All = new Dictionary<string, AnswerText>
    {
        ["Cost Explorer:GetCostAndUsage"] = new(
            """
            {"GroupDefinitions":[{"Type":"DIMENSION","Key":"SERVICE"}],"ResultsByTime":[{"TimePeriod":{"Start":"{day}","End":"{today}"},"Total":{},"Estimated":true,
            "Groups":[*{"Keys":["Amazon Service {id}"],"Metrics":{"UnblendedCost":{"Amount":"12.3456789","Unit":"USD"}}}*]}],"DimensionValueAttributes":[]}
            """),
        ["Cost Explorer:GetCostForecast"] = new(
            """
            {"Total":{"Amount":"900.1","Unit":"USD"},"ForecastResultsByTime":[{"TimePeriod":{"Start":"{today}","End":"{today}"},"MeanValue":"900.1",
            "PredictionIntervalLowerBound":"800","PredictionIntervalUpperBound":"1000"}]}
            """),
        ["Cost Explorer:GetReservationUtilization"] = new(
            """
            {"UtilizationsByTime":[{"TimePeriod":{"Start":"{day}","End":"{today}"},"Groups":[*{"Key":"SUBSCRIPTION_ID","Value":"us-east-1-{id}","Attributes":{},
            "Utilization":{"UtilizationPercentage":"97.5","OnDemandCostOfRIHoursUsed":"10.5","TotalAmortizedFee":"6.25","NetRISavings":"4.25"}}*]}]}
            """),
        ["Cost Explorer:GetReservationCoverage"] = new("""{"CoveragesByTime":[],"Total":{"CoverageHours":{"CoverageHoursPercentage":"81.25"}}}"""),
        ["Cost Explorer:GetSavingsPlansUtilizationDetails"] = new(
            """
            {"SavingsPlansUtilizationDetails":[*{"SavingsPlanArn":"arn:aws:savingsplans::{account}:savingsplan/{id}",
            "Utilization":{"TotalCommitment":"24","UsedCommitment":"23.5","UnusedCommitment":"0.5","UtilizationPercentage":"97.9"},
            "Savings":{"NetSavings":"7.5","OnDemandCostEquivalent":"31.5"}}*],"TimePeriod":{"Start":"{day}","End":"{today}"}}
            """),
        ["Cost Explorer:GetSavingsPlansCoverage"] = new(
            """{"SavingsPlansCoverages":[{"Coverage":{"SpendCoveredBySavingsPlans":"31.5","OnDemandCost":"10","TotalCost":"41.5","CoveragePercentage":"75.9"}}]}"""),
        ["savingsplans:DescribeSavingsPlans"] = new(
            """
            {"savingsPlans":[*{"savingsPlanId":"{id}","savingsPlanArn":"arn:aws:savingsplans::{account}:savingsplan/{id}","offeringId":"offering-{id}","state":"active",
            "start":"2026-01-01T00:00:00.000Z","end":"2099-01-01T00:00:00.000Z","savingsPlanType":"Compute","paymentOption":"No Upfront","productTypes":["EC2","Fargate"],
            "currency":"USD","commitment":"1.0","upfrontPaymentAmount":"0.0","recurringPaymentAmount":"1.0","termDurationInSeconds":31536000}*]}
            """),
        ["EC2:DescribeReservedInstances"] = new(
            """
            <reservedInstancesSet>[*<item><reservedInstancesId>{region}-{id}</reservedInstancesId><instanceType>m7g.large</instanceType><instanceCount>2</instanceCount>
            <productDescription>Linux/UNIX</productDescription><state>active</state><start>2026-01-01T00:00:00.000Z</start><end>2099-01-01T00:00:00.000Z</end>
            <duration>31536000</duration><fixedPrice>0.0</fixedPrice><usagePrice>0.0</usagePrice><currencyCode>USD</currencyCode><scope>Region</scope>
            <offeringClass>standard</offeringClass><offeringType>No Upfront</offeringType><instanceTenancy>default</instanceTenancy>
            <recurringCharges><item><frequency>Hourly</frequency><amount>0.05</amount></item></recurringCharges></item>*]</reservedInstancesSet>
            """),
        // Commitments of two kinds: with a third one, the usual budget would not reach for all figures.
        ["RDS:DescribeReservedDBInstances"] = new("<ReservedDBInstances/>"),
        ["Marketplace Agreement:SearchAgreements"] = new(
            """
            {"agreementViewSummaries":[*{"agreementId":"agmt-{id}","agreementType":"PurchaseAgreement","status":"ACTIVE","acceptanceTime":1767225600,"startTime":1767225600,
            "acceptor":{"accountId":"{account}"},"proposer":{"accountId":"999988887777"},
            "proposalSummary":{"offerId":"offer-{id}","resources":[{"id":"prod-{id}","type":"SaaSProduct"}]}}*]}
            """),
    };
}
