using System.Globalization;

namespace Ephyto.AdminConsole.Features.Sandbox.Outgoing;

/// <summary>Why TLS did not come about, by what the other side said first: the words of the system differ between machines.</summary>
internal static class TlsFailure
{
    private const byte Alert = 0x15;
    private const byte Handshake = 0x16;
    private const byte ServerHello = 2;
    private const byte ProtocolVersion = 70;

    public static OutgoingException Of(ReadOnlySpan<byte> beginning) => beginning switch
    {
        [] => new(OutgoingStage.Tls, "TlsClosed"),
        [Alert, _, _, _, _, _, ProtocolVersion, ..] => new(OutgoingStage.Tls, "TlsOld"),
        [Alert, _, _, _, _, _, var alert, ..] => new(OutgoingStage.Tls, "TlsAlert", alert.ToString(CultureInfo.InvariantCulture)),
        [Handshake, _, _, _, _, ServerHello, _, _, _, 3, < 3, ..] => new(OutgoingStage.Tls, "TlsOld"),
        [>= 0x14 and <= 0x17, ..] => new(OutgoingStage.Tls, "TlsFailed"),
        _ => new(OutgoingStage.Tls, "NotTls"),
    };
}
