namespace OrgLens.Sender.Collectors.Compliance;

/// <summary>The numbers of a Region's Config report.</summary>
internal sealed record ConfigReport(CollectorRun Run, int Rules, int CompliantRules)
{
    /// <summary>Writes the report; a later one takes its place.</summary>
    /// <param name="freshCompliant">Rules that are met and had an evaluation recorded in the window; null: not known.</param>
    /// <param name="freshNonCompliant">The same of rules that are not met.</param>
    public void Write(int? freshCompliant, int? freshNonCompliant) => Run.Holder().Head(report =>
    {
        report.Date("date_from", Run.Window.Start);
        report.Date("date_to", Run.Window.End);
        report.Number("compliance_score", Rules == 0 ? 0 : Math.Round(100m * CompliantRules / Rules, 2));
        report.Number("total_rules", Rules);
        report.Number("compliant_rules", CompliantRules);
        report.Number("non_compliant_rules", Rules - CompliantRules);
        report.Number("curr_compliant", freshCompliant);
        report.Number("curr_non_compliant", freshNonCompliant);
    });
}
