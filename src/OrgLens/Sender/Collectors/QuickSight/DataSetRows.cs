using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.QuickSight;

/// <summary>What rows of dashboards and analyses say of their data sets.</summary>
internal static class DataSetRows
{
    /// <summary>The ids of the data sets that something uses; null where it could not be described.</summary>
    public static void DataSets(this RowWriter row, AwsValue details)
    {
        if (details.IsMissing)
        {
            row.Text("data_set_ids", null);
        }
        else
        {
            row.Texts("data_set_ids", details.Texts("DataSetArns").Select(QuickSightCalls.IdOf).Distinct(StringComparer.Ordinal));
        }
    }
}
