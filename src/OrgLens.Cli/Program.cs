using OrgLens.Cli;

return await OrgLensCommand.RunAsync(args, Terminal.OfProcess());
