using System.Globalization;
using System.Net;

namespace Ephyto.AdminConsole.Features.Sandbox.Outgoing;

/// <summary>How far a call got.</summary>
internal enum OutgoingStage
{
    /// <summary>The address as it is written.</summary>
    Written,
    Name,
    Address,
    Tcp,
    Tls,
    Certificate,
    Answer,
}

/// <summary>An address of somebody else was not reached, or did not answer as it should. That is no fault of the console.</summary>
/// <param name="code">Its name among the texts.</param>
/// <param name="arguments">What the sentence is filled in with.</param>
internal sealed class OutgoingException(OutgoingStage stage, string code, params string[] arguments) : Exception(code)
{
    public OutgoingStage Stage { get; } = stage;

    public string Code { get; } = code;

    public IReadOnlyList<string> Arguments { get; } = arguments;

    /// <summary>How long each stage took until then, the one that failed with them; empty where nothing was timed.</summary>
    public IReadOnlyDictionary<OutgoingStage, TimeSpan> Times { get; init; } = new Dictionary<OutgoingStage, TimeSpan>();

    /// <summary>The addresses to which the name leads; empty where that is not known.</summary>
    public IReadOnlyList<IPAddress> Found { get; init; } = [];

    /// <summary>The address that took the connection; null where none did.</summary>
    public IPEndPoint? Reached { get; init; }

    public OutgoingException After(IReadOnlyDictionary<OutgoingStage, TimeSpan> before, TimeSpan took,
        IReadOnlyList<IPAddress>? found = null, IPEndPoint? reached = null) => new(Stage, Code, [.. Arguments])
    {
        Times = new Dictionary<OutgoingStage, TimeSpan>(before) { [Stage] = took },
        Found = found ?? [],
        Reached = reached,
    };

    public static OutgoingException TimedOut(OutgoingStage stage, int seconds) =>
        new(stage, "TimedOut", seconds.ToString(CultureInfo.InvariantCulture));
}
