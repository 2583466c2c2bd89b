namespace Ephyto.AdminConsole.Features.Sandbox.FirstCall;

/// <summary>With what a system begins.</summary>
internal enum FirstOperation
{
    /// <summary><c>GetProfile</c>: it works as soon as the certificate is known.</summary>
    WhoAmI,

    /// <summary><c>DeliverEnvelope</c>: an envelope to oneself.</summary>
    Send,
}
