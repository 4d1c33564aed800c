namespace OrgLens.Local.Simulation.Api;

/// <summary>What is wrong with a page.</summary>
internal enum PageFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It has no items, and a token that leads on.</summary>
    Empty,

    /// <summary>Its token leads to itself.</summary>
    Repeated,
}
