using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Ephyto.AdminConsole.Platform.Refusals;

/// <summary>Hears from the server that it refuses a request, which it says just before it answers.</summary>
internal sealed class ServerRefusalEvents : IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private const string Refused = "Microsoft.AspNetCore.Server.Kestrel.BadRequest";

    private readonly IDisposable _subscription;

    public ServerRefusalEvents(DiagnosticListener server) => _subscription = server.Subscribe(this, static name => name == Refused);

    public void OnNext(KeyValuePair<string, object?> said)
    {
        if (said is not { Key: Refused, Value: IFeatureCollection request } || request.Get<IHttpRequestFeature>() is not { } line) return;
        // A stream of HTTP/2 shares its connection with others, and its answer is no text.
        if (HttpProtocol.IsHttp2(line.Protocol) || HttpProtocol.IsHttp3(line.Protocol)) return;
        request.Get<ServerConnection>()?.Refuse(HttpMethods.IsHead(line.Method));
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => _subscription.Dispose();
}
