using System.Diagnostics;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>
/// Ends the processes a run started even when the run itself is killed: a shell reads their numbers from a pipe, and
/// the pipe's end, whatever closed it, is the order to end those that are left.
/// </summary>
internal static class ChildProcesses
{
    private const string Script = """
        trap '' INT HUP TERM
        held='' freed=' '
        while read -r word signal pid; do
          case $word in
            hold) held="$held $signal:$pid" ;;
            free) freed="$freed$pid " ;;
          esac
        done
        for entry in $held; do
          case $freed in
            *" ${entry##*:} "*) ;;
            *) kill -"${entry%%:*}" "${entry##*:}" 2>/dev/null ;;
          esac
        done
        """;

    private static readonly Lazy<StreamWriter?> Pipe = new(Start);

    public static void Hold(int processId, string signal = "KILL") => Write($"hold {signal} {processId}");

    public static void Free(int processId) => Write($"free - {processId}");

    private static void Write(string line)
    {
        if (Pipe.Value is not { } pipe)
            return;
        lock (pipe)
        {
            pipe.WriteLine(line);
            pipe.Flush();
        }
    }

    private static StreamWriter? Start()
    {
        if (OperatingSystem.IsWindows())
            return null;
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, UseShellExecute = false };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(Script);
        return Process.Start(start)?.StandardInput;
    }
}
