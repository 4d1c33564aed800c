namespace OrgLens.QuickSight;

/// <summary>A data set that an analysis needs.</summary>
/// <param name="Identifier">What the analysis calls it.</param>
/// <param name="View">The view that it reads.</param>
/// <param name="Columns">The columns of the view as the database has them now, in their order, with QuickSight's word for their type.</param>
/// <param name="LeftOut">Columns that QuickSight can't read.</param>
internal sealed record PlannedDataSet(string Identifier, string View, IReadOnlyList<(string Name, string Type)> Columns, IReadOnlyList<string> LeftOut)
{
    /// <summary>The same for every analysis and every version, so that what people made of it goes on working.</summary>
    public string Id => $"{AnalysisSettings.UsualId}-{View.Replace('_', '-')}";
}
