using OrgLens.Local.Simulation.Estate;
using OrgLens.Local.Simulation.Services.SecurityHub;
using static OrgLens.Tests.Sender.Simulated.LoadedAccount;

namespace OrgLens.Tests.Sender.Simulated;

/// <summary>Findings, posture, keys and rules in the database are those of the simulated account.</summary>
public sealed class WholeRunSecurityTests(LoadedAccount loaded) : IClassFixture<LoadedAccount>
{
    private static readonly DateOnly s_day = SimulatedRun.Today;

    [Fact]
    public Task Findings_that_are_active_and_those_that_were_archived_of_late() => loaded.HoldsAsync(
        "select c.region, t.product_name, t.finding_id, t.severity, t.status, t.record_state, t.compliance_status, (extract(epoch from t.updated_at) * 1000)::bigint "
        + "from findings t join collections c on c.id = t.collection_id",
        estate => Known(estate).Select(finding => Line(
            estate.Region, finding.Product.Name, finding.Finding.Id, finding.Finding.Severity, finding.Finding.Status, finding.RecordState, finding.Finding.Compliance, finding.Finding.UpdatedAt)));

    [Fact]
    public Task Posture_counts_what_is_active() => loaded.HoldsAsync(
        "select region, service, total_findings, critical_count, high_count, medium_count, low_count, informational_count, open_findings, resolved_findings, "
        + "open_critical_count, suppressed_findings, notified_findings from security",
        estate => Known(estate).Where(finding => finding.RecordState == "ACTIVE").GroupBy(finding => finding.Product.Name, finding => finding.Finding).Select(product =>
        {
            int Severity(string name) => product.Count(finding => finding.Severity == name);
            int Status(string name) => product.Count(finding => finding.Status == name);
            return Line(
                estate.Region, product.Key, product.Count(), Severity("CRITICAL"), Severity("HIGH"), Severity("MEDIUM"), Severity("LOW"), Severity("INFORMATIONAL"),
                product.Count() - Status("RESOLVED"), Status("RESOLVED"), product.Count(finding => finding.Severity == "CRITICAL" && finding.Status != "RESOLVED"),
                Status("SUPPRESSED"), Status("NOTIFIED"));
        }));

    [Fact]
    public Task Threats_that_nobody_has_archived() => loaded.HoldsAsync(
        "select c.region, t.finding_id, t.detector_id, t.finding_type, trim_scale(t.severity), (extract(epoch from t.updated_at) * 1000)::bigint "
        + "from guard_duty_findings t join collections c on c.id = t.collection_id",
        estate => estate.Threats.Known(SimulatedRun.Yesterday).Where(threat => threat.LastSeenAt >= SimulatedRun.Now.AddDays(-14))
            .Select(threat => Line(estate.Region, threat.Id, estate.Threats.DetectorId, threat.Type, threat.Severity, threat.LastSeenAt)));

    [Fact]
    public Task Vulnerabilities_in_every_status() => loaded.HoldsAsync(
        "select c.region, t.finding_arn, t.severity, t.status, (extract(epoch from t.first_observed_at) * 1000)::bigint "
        + "from inspector_findings t join collections c on c.id = t.collection_id",
        estate => estate.Vulnerabilities.Known(SimulatedRun.Yesterday).Select(finding => Line(estate.Region, finding.Arn, finding.Severity, finding.Status, finding.FirstSeenAt)));

    [Fact]
    public Task Keys_of_which_those_that_sign_cannot_rotate() => loaded.HoldsAsync(
        "select c.region, t.key_id, t.key_usage, t.key_state, t.enabled, t.key_rotation_enabled, (extract(epoch from t.creation_date) * 1000)::bigint "
        + "from kms_keys t join collections c on c.id = t.collection_id",
        estate => estate.Vault.Keys(s_day).Concat(estate.Vault.SigningKeys()).Select(key => Line(
            estate.Region, key.Id, key.IsAsymmetric ? "SIGN_VERIFY" : "ENCRYPT_DECRYPT", key.IsEnabled ? "Enabled" : "Disabled", key.IsEnabled,
            key.IsAsymmetric ? null : key.Rotates, key.CreatedAt)));

    [Fact]
    public Task Secrets() => loaded.HoldsAsync(
        "select c.region, t.name, t.arn, t.rotation_enabled, (extract(epoch from t.last_changed_date) * 1000)::bigint, (extract(epoch from t.last_accessed_date) * 1000)::bigint, "
        + "t.tags #>> '{0,Value}' from secrets_manager_secrets t join collections c on c.id = t.collection_id",
        estate => estate.Vault.Secrets(s_day).Select(secret => Line(
            estate.Region, secret.Name, secret.Arn(estate), secret.Rotates ?? false, secret.ChangedAt, secret.AccessedOn, secret.Team)));

    [Fact]
    public Task Certificates_with_keys_of_every_kind() => loaded.HoldsAsync(
        "select c.region, t.domain_name, t.status, t.type, t.key_algorithm, (extract(epoch from t.not_after) * 1000)::bigint from certificates t join collections c on c.id = t.collection_id",
        estate => estate.Vault.Certificates(s_day).Concat(estate.Vault.EllipticCertificates()).Select(certificate => Line(
            estate.Region, certificate.Domain, certificate.Status, certificate.IsImported ? "IMPORTED" : "AMAZON_ISSUED", certificate.KeyAlgorithm, certificate.NotAfter)));

    [Fact]
    public Task Trails_once_where_they_live() => loaded.HoldsAsync(
        "select c.region, t.arn, t.is_logging, t.is_multi_region, t.recent_events_count from cloudtrail_logs t join collections c on c.id = t.collection_id",
        estate => estate.Vault.Trails(s_day).Where(trail => trail.HomeRegion == estate.Region).Select(trail => Line(
            estate.Region, trail.Arn(loaded.Account), trail.IsLogging, trail.IsMultiRegion, Math.Min(50, ActivityLog.On(estate, SimulatedRun.Yesterday).Count()))));

    [Fact]
    public Task Web_ACLs_of_Regions_and_of_CloudFront() => loaded.HoldsAsync(
        "select c.region, t.arn, t.scope, t.rules_count, t.logging_enabled, t.capacity, t.managed_rules_count from waf_rules t join collections c on c.id = t.collection_id",
        WebAcls().Select(found => Line(
            found.Region, found.Acl.Arn, found.Acl.IsGlobal ? "CLOUDFRONT" : "REGIONAL", found.Acl.Rules.Count, found.Acl.IsLogged, found.Acl.Capacity,
            found.Acl.Rules.Count(rule => rule.IsManaged))));

    [Fact]
    public Task Rules_of_web_ACLs() => loaded.HoldsAsync(
        "select c.region, t.web_acl_name, t.rule_name, t.is_managed_rule, t.rate_limit from waf_rules_detailed t join collections c on c.id = t.collection_id",
        WebAcls().SelectMany(found => found.Acl.Rules.Select(rule => Line(found.Region, found.Acl.Name, rule.Name, rule.IsManaged, rule.Statement == "RateBasedStatement"))));

    [Fact]
    public Task Rules_of_Config_that_are_met_and_that_are_not() => loaded.HoldsAsync(
        "select c.region, t.date_from, t.total_rules, t.compliant_rules, t.non_compliant_rules, trim_scale(t.compliance_score) from config_reports t join collections c on c.id = t.collection_id",
        estate =>
        {
            var met = Compliance.Rules.Count(rule => Compliance.IsCompliant(estate, rule, SimulatedRun.Yesterday));
            return [Line(estate.Region, SimulatedRun.Yesterday, Compliance.Rules.Count, met, Compliance.Rules.Count - met, Math.Round(100m * met / Compliance.Rules.Count, 2))];
        });

    [Fact]
    public Task Resources_that_meet_a_rule_of_Config_not() => loaded.HoldsAsync(
        "select c.region, t.rule_name, t.conformance_pack, t.resource_type, t.resource_id, (extract(epoch from t.created_at) * 1000)::bigint "
        + "from non_compliant_resources t join collections c on c.id = t.collection_id",
        estate => Compliance.Evaluations(estate, SimulatedRun.Yesterday)
            .Where(evaluation => !evaluation.IsCompliant && !Compliance.IsCompliant(estate, evaluation.Rule, SimulatedRun.Yesterday))
            .Select(evaluation => Line(estate.Region, evaluation.Rule.Name, evaluation.Rule.Pack, evaluation.Rule.ResourceType, evaluation.ResourceId, evaluation.RecordedAt)));

    private static IEnumerable<ReportedFinding> Known(RegionEstate estate) => FindingProduct.All
        .SelectMany(product => estate.Posture.Known(product, SimulatedRun.Now).Concat(product == FindingProduct.All[0] ? estate.Posture.Passed() : [])
            .Select(finding => new ReportedFinding(estate, product, finding, SimulatedRun.Now)))
        .Where(finding => finding.RecordState == "ACTIVE" || finding.Finding.UpdatedAt >= SimulatedRun.Now.AddDays(-2));

    private IEnumerable<(string Region, WebAcl Acl)> WebAcls() => loaded.Estates
        .SelectMany(estate => Firewall.WebAcls(estate).Where(acl => !acl.IsGlobal).Select(acl => (estate.Region, acl)))
        .Concat(Firewall.WebAcls(loaded.Home).Where(acl => acl.IsGlobal).Select(acl => ("Global", acl)));
}
