using System.Diagnostics;
using OrgLens.Local.Processes;

namespace OrgLens.Local.Tests.Processes;

public sealed class SupervisedProcessTests
{
    [Fact]
    public async Task Hands_over_output_and_exit_code()
    {
        var (code, output) = await SupervisedProcess.RunAsync(new ChildCommand(["sh", "-c", "echo out; exit 7"]), CancellationToken.None);

        Assert.Equal((7, "out"), (code, output));
    }

    [Fact]
    public async Task Passes_arguments_and_environment_as_they_are()
    {
        var command = new ChildCommand(["sh", "-c", "echo \"$1|$X\"", "name", "a 'b' \"c\" $d"])
        {
            Environment = new Dictionary<string, string> { ["X"] = "y z" },
        };

        Assert.Equal("a 'b' \"c\" $d|y z", (await SupervisedProcess.RunAsync(command, CancellationToken.None)).Output);
    }

    [Fact]
    public async Task Stops_the_child_with_the_chosen_signal()
    {
        var lines = new List<string>();
        var process = SupervisedProcess.Start(new ChildCommand(
            [Clients.Python.Path, "-u", "-c", "import signal,time,sys; signal.signal(signal.SIGINT, lambda *_: (print('bye'), sys.exit(5))); print('up'); time.sleep(600)"])
        {
            StopSignal = "INT",
            OnOutput = line => { lock (lines) { lines.Add(line); } },
        });
        await Eventually.HoldsAsync(() => Task.FromResult(lines.Count == 1));

        await process.DisposeAsync();

        Assert.Equal(["up", "bye"], lines);
        Assert.Equal(5, await process.Completion);
    }

    [Fact]
    public async Task Takes_the_child_along_when_the_parent_is_killed()
    {
        // A shell stands for the parent: it starts the supervisor with a pipe that only it holds, and is killed.
        using var parent = Process.Start(new ProcessStartInfo(Clients.Python.Path, ["-u", "-c", """
            import subprocess, sys, time
            child = subprocess.Popen(["/bin/sh", "-c", sys.argv[1], "supervisor", "KILL", "sh", "-c", "echo $$; exec sleep 600"],
                                     stdin=subprocess.PIPE)
            time.sleep(600)
            """, SupervisedProcess.Supervisor]) { RedirectStandardOutput = true })!;
        var child = int.Parse((await parent.StandardOutput.ReadLineAsync())!);

        parent.Kill();
        await parent.WaitForExitAsync();

        await Eventually.HoldsAsync(() => Task.FromResult(!IsAlive(child)));
    }

    private static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
