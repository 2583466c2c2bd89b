using System.Net;
using System.Net.Sockets;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>
/// Loopback ports for programs that must be told one, each given to one asker only. They lie below every range that a system takes
/// the near end of its own connections from (from 16000 on, where it begins lowest), so that none is taken between asking and listening.
/// Who listens in this process listens on port 0.
/// </summary>
internal static class FreePort
{
    private const int First = 10_000;
    private const int Count = 6_000;
    private static int _last = Random.Shared.Next(Count);

    public static int Next()
    {
        for (var attempt = 0; attempt < Count; attempt++)
        {
            var port = First + (Interlocked.Increment(ref _last) % Count);
            if (IsFree(port))
                return port;
        }
        throw new InvalidOperationException("No loopback port is free.");
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
