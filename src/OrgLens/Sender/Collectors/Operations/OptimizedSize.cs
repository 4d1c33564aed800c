namespace OrgLens.Sender.Collectors.Operations;

/// <summary>How large a resource is, or should be.</summary>
/// <param name="InstanceType">Type of an instance, or the types of a group.</param>
/// <param name="Memory">Memory of a function, MB.</param>
/// <param name="VolumeType">Type of a volume.</param>
/// <param name="VolumeSize">Size of a volume, GiB.</param>
internal sealed record OptimizedSize(string? InstanceType = null, long? Memory = null, string? VolumeType = null, long? VolumeSize = null);
