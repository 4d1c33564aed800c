namespace OrgLens.Bench.StartUp;

/// <summary>Milliseconds from the start of a process.</summary>
/// <param name="Asked">Until it asked the Runtime API for an event.</param>
/// <param name="Answered">Until it had answered that event.</param>
internal sealed record StartUpTimes(double Asked, double Answered);
