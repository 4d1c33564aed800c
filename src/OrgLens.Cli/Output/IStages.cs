namespace OrgLens.Cli.Output;

/// <summary>Shows what a long command is doing, stage after stage.</summary>
internal interface IStages
{
    /// <summary>Runs <paramref name="work"/> as a stage of <paramref name="total"/> steps; it reports steps as they are done.</summary>
    Task<T> RunAsync<T>(string name, double total, Func<IProgress<double>, Task<T>> work);
}
