using System.Net;
using System.Net.Sockets;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>Loopback ports below the range the system hands out by itself, each given to one asker only.</summary>
internal static class FreePort
{
    private const int First = 20_000;
    private const int Count = 12_000;
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
