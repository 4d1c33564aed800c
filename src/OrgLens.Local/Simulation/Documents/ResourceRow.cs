namespace OrgLens.Local.Simulation.Documents;

/// <summary>A row of <c>service_resources</c>: one set of members for all kinds of resources, most of them null.</summary>
internal sealed record ResourceRow(string Service, string Kind, string Id, string Name)
{
    public string? Zone { get; init; }
    public string? State { get; init; }
    public string? InstanceType { get; init; }
    public string? VpcId { get; init; }
    public string? Engine { get; init; }
    public string? InstanceClass { get; init; }
    public bool? IsMultiAz { get; init; }
    public int? SizeGiB { get; init; }
    public double? SizeFraction { get; init; }
    public string? VolumeType { get; init; }
    public string? CreatedAt { get; init; }
    public string? Type { get; init; }
    public string? Scheme { get; init; }
    public int? Instances { get; init; }
    public int? Minimum { get; init; }
    public int? Maximum { get; init; }
    public int? FreeAddresses { get; init; }

    public void Write(PythonJsonWriter json, string region)
    {
        json.StartRow();
        json.Field("service_name", Service);
        json.Field("resource_type", Kind);
        json.Field("resource_id", Id);
        json.Field("resource_name", Name);
        json.Field("region", region);
        json.Field("availability_zone", Zone);
        json.Field("state", State);
        json.Field("instance_type", InstanceType);
        json.Field("vpc_id", VpcId);
        json.Field("engine", Engine);
        json.Field("instance_class", InstanceClass);
        json.Field("multi_az", IsMultiAz);
        if (SizeFraction is { } fraction)
        {
            json.Field("size_gb", fraction);
        }
        else
        {
            json.Field("size_gb", SizeGiB);
        }

        json.Field("volume_type", VolumeType);
        json.Field("creation_date", CreatedAt);
        json.Field("type", Type);
        json.Field("scheme", Scheme);
        json.Field("instance_count", Instances);
        json.Field("min_size", Minimum);
        json.Field("max_size", Maximum);
        json.Field("available_ip_count", FreeAddresses);
        json.EndObject();
    }
}
