namespace Ephyto.AdminConsole.Platform.Emails;

/// <summary>Who e-mails come from and how often an e-mail is tried. Section <c>Email</c>.</summary>
internal sealed class EmailOptions
{
    public const string Section = "Email";

    /// <summary>The sender's address. Must be set outside Development.</summary>
    public string From { get; set; } = "";

    public string FromName { get; set; } = "IPPC ePhyto Hub";

    /// <summary>Where an answer goes after all; empty: to the sender.</summary>
    public string ReplyTo { get; set; } = "";

    /// <summary>Unset: SMTP where <c>Smtp:Host</c> is set, otherwise (in Development) the mailbox of the data directory.</summary>
    public EmailTransportKind? Transport { get; set; }

    /// <summary>The first repetition comes after this time at the latest; each further one after twice as long.</summary>
    public int FirstRetrySeconds { get; set; } = 30;

    /// <summary>The longest time between two tries.</summary>
    public int MaximumRetryMinutes { get; set; } = 60;

    /// <summary>After so many tries, about a day with the other defaults, the e-mail has failed.</summary>
    public int MaximumAttempts { get; set; } = 30;

    /// <summary>How often the queue is looked at when nothing announced an e-mail.</summary>
    public int PollSeconds { get; set; } = 5;

    /// <summary>How long an e-mail belongs to the node that is sending it; after a crash it is sent again when this time is over.</summary>
    public int LeaseSeconds { get; set; } = 120;
}

internal enum EmailTransportKind
{
    /// <summary>A mail server.</summary>
    Smtp,

    /// <summary>Files in <c>mail/</c> of the data directory.</summary>
    Mailbox,
}
