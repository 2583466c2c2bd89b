namespace Ephyto.AdminConsole.Platform.Emails;

/// <summary>The mail server. Section <c>Smtp</c>.</summary>
internal sealed class SmtpOptions
{
    public const string Section = "Smtp";

    public string Host { get; set; } = "";

    public int Port { get; set; } = 587;

    public SmtpSecurity Security { get; set; } = SmtpSecurity.Auto;

    /// <summary>Empty: the server asks for no account.</summary>
    public string UserName { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>For one e-mail as a whole, from the connection to the server's last answer.</summary>
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>Also ask whether the server's certificate has been revoked; needs a way to its issuer.</summary>
    public bool CheckCertificateRevocation { get; set; } = true;

    /// <summary>For a server on a developer's machine; refused outside Development.</summary>
    public bool AllowInvalidCertificate { get; set; }
}

internal enum SmtpSecurity
{
    /// <summary>
    /// TLS from the first byte on port 465, otherwise STARTTLS where the server offers it. A password never goes in clear.
    /// </summary>
    Auto,

    /// <summary>In clear; for a server on the same machine or network only.</summary>
    None,

    /// <summary>TLS after STARTTLS; a server without it is refused.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    ImplicitTls,
}
