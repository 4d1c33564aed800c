namespace OrgLens.Bench.Collecting.Answers;

/// <summary>Advice, health, support and resilience.</summary>
internal static class OperationsAnswers
{
    public static readonly IReadOnlyDictionary<string, AnswerText> All = new Dictionary<string, AnswerText>
    {
        ["Support:DescribeTrustedAdvisorChecks"] = new(
            """{"checks":[*{"id":"{id}","name":"Low Utilization Amazon EC2 Instances {id}","description":"Checks instances.","category":"cost_optimizing","metadata":["Region/AZ"]}*]}"""),
        ["Support:DescribeTrustedAdvisorCheckSummaries"] = new(
            """
            {"summaries":[*{"checkId":"{id}","timestamp":"{instant}","status":"warning","hasFlaggedResources":true,
            "resourcesSummary":{"resourcesProcessed":9,"resourcesFlagged":3,"resourcesIgnored":0,"resourcesSuppressed":0},
            "categorySpecificSummary":{"costOptimizing":{"estimatedMonthlySavings":12.5,"estimatedPercentMonthlySavings":0.4}}}*]}
            """),
        ["Support:DescribeCases"] = new(
            """
            {"cases":[*{"caseId":"case-{account}-{id}","displayId":"{id}","subject":"A question","status":"resolved","serviceCode":"amazon-s3","categoryCode":"other",
            "severityCode":"low","submittedBy":"ann@example.com","timeCreated":"{instant}","language":"en"}*]}
            """),
        ["Health:DescribeEvents"] = new(
            """
            {"events":[*{"arn":"arn:aws:health:{region}::event/EC2/X/{id}","service":"EC2","eventTypeCode":"AWS_EC2_MAINTENANCE","eventTypeCategory":"scheduledChange",
            "region":"{region}","startTime":{epoch},"lastUpdatedTime":{epoch},"statusCode":"open","eventScopeCode":"ACCOUNT_SPECIFIC"}*]}
            """),
        ["Health:DescribeEventDetails"] = new(
            """
            {"successfulSet":[*{"event":{"arn":"arn:aws:health:{region}::event/EC2/X/{id}","service":"EC2"},"eventDescription":{"latestDescription":"Instances will be restarted."}}*],
            "failedSet":[]}
            """),
        ["Health:DescribeAffectedEntities"] = new(
            """
            {"entities":[*{"entityArn":"arn:aws:health:{region}:{account}:entity/{id}","eventArn":"arn:aws:health:{region}::event/EC2/X/{id}","entityValue":"i-{id}",
            "awsAccountId":"{account}","lastUpdatedTime":{epoch},"statusCode":"PENDING"}*]}
            """),
        ["Application Signals:ListServices"] = new(
            """
            {"StartTime":{epoch},"EndTime":{epoch},"ServiceSummaries":[*{"KeyAttributes":{"Type":"Service","Name":"service-{id}","Environment":"eks:shop/default"},
            "MetricReferences":[]}*]}
            """),
        ["resiliencehub:ListApps"] = new(
            """
            {"appSummaries":[*{"appArn":"arn:aws:resiliencehub:{region}:{account}:app/{id}","name":"app-{id}","description":"Shop","creationTime":{epoch},
            "lastAppComplianceEvaluationTime":{epoch},"complianceStatus":"PolicyMet","resiliencyScore":81.5,"status":"Active","rpoInSecs":300,"rtoInSecs":600}*]}
            """,
            PerPage: 1),
        ["resiliencehub:DescribeApp"] = new(
            """
            {"app":{"appArn":"arn:aws:resiliencehub:{region}:{account}:app/x","name":"app","creationTime":{epoch},
            "policyArn":"arn:aws:resiliencehub:{region}:{account}:resiliency-policy/x"}}
            """),
        ["resiliencehub:DescribeResiliencyPolicy"] = new(
            """
            {"policy":{"policyArn":"arn:aws:resiliencehub:{region}:{account}:resiliency-policy/x","policyName":"critical","tier":"Critical",
            "policy":{"AZ":{"rpoInSecs":300,"rtoInSecs":600},"Software":{"rpoInSecs":300,"rtoInSecs":600},"Hardware":{"rpoInSecs":300,"rtoInSecs":600}}}}
            """),
        ["resiliencehub:ListAppAssessments"] = new(
            """
            {"assessmentSummaries":[{"assessmentArn":"arn:aws:resiliencehub:{region}:{account}:app-assessment/x","assessmentStatus":"Success",
            "cost":{"amount":12.5,"currency":"USD","frequency":"Monthly"}}]}
            """),
        ["Compute Optimizer:GetEC2InstanceRecommendations"] = new(
            """
            {"errors":[],"instanceRecommendations":[*{"instanceArn":"arn:aws:ec2:{region}:{account}:instance/i-{id}","accountId":"{account}","instanceName":"web-{id}",
            "currentInstanceType":"m5.xlarge","finding":"OVER_PROVISIONED","utilizationMetrics":[{"name":"Cpu","statistic":"Maximum","value":12.5}],
            "recommendationOptions":[{"instanceType":"m7g.large","performanceRisk":1.0,"rank":1,"migrationEffort":"Low",
            "savingsOpportunity":{"savingsOpportunityPercentage":50.0,"estimatedMonthlySavings":{"currency":"USD","value":70.1}}}]}*]}
            """),
        ["Compute Optimizer:GetEBSVolumeRecommendations"] = new(
            """
            {"errors":[],"volumeRecommendations":[*{"volumeArn":"arn:aws:ec2:{region}:{account}:volume/vol-{id}","accountId":"{account}","finding":"NotOptimized",
            "currentConfiguration":{"volumeType":"gp2","volumeSize":100},"tags":[{"key":"Name","value":"data"}],
            "volumeRecommendationOptions":[{"configuration":{"volumeType":"gp3","volumeSize":100},"performanceRisk":1.0,"rank":1,
            "savingsOpportunity":{"savingsOpportunityPercentage":20.0,"estimatedMonthlySavings":{"currency":"USD","value":2.0}}}]}*]}
            """),
        ["Compute Optimizer:GetLambdaFunctionRecommendations"] = new(
            """
            {"lambdaFunctionRecommendations":[*{"functionArn":"arn:aws:lambda:{region}:{account}:function:fn-{id}:$LATEST","accountId":"{account}","finding":"NotOptimized",
            "currentMemorySize":1024,"memorySizeRecommendationOptions":[{"rank":1,"memorySize":512,
            "savingsOpportunity":{"savingsOpportunityPercentage":40.0,"estimatedMonthlySavings":{"currency":"USD","value":1.0}}}]}*]}
            """),
        ["Compute Optimizer:GetAutoScalingGroupRecommendations"] = new(
            """
            {"errors":[],"autoScalingGroupRecommendations":[*{"autoScalingGroupArn":"arn:aws:autoscaling:{region}:{account}:autoScalingGroup:x:autoScalingGroupName/asg-{id}",
            "accountId":"{account}","autoScalingGroupName":"asg-{id}","finding":"Optimized","currentConfiguration":{"instanceType":"m7g.large"},
            "utilizationMetrics":[{"name":"Cpu","statistic":"Maximum","value":40.0}],"recommendationOptions":[]}*]}
            """),
    };
}
