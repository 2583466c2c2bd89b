namespace Ephyto.Domain.Common;

/// <summary>Names one thing a domain event is about: its kind (<see cref="SubjectKinds"/>) and its id.</summary>
public readonly record struct SubjectRef(string Kind, Guid Id);

/// <summary>The kinds of things events, audit entries, e-mails and live changes speak of.</summary>
public static class SubjectKinds
{
    public const string Registration = "registration";
    public const string ContactPoint = "contact-point";
    public const string Nppo = "nppo";
    public const string Member = "member";
    public const string HubUser = "hub-user";
    public const string Email = "email";
    public const string Account = "account";
    public const string Document = "document";
    public const string Certificate = "certificate";

    /// <summary>The sending of e-mails as such.</summary>
    public const string Sending = "sending";
    public const string Letter = "letter";

    /// <summary>How a country stands to the Convention.</summary>
    public const string Country = "country";

    /// <summary>What happened in the sandbox; the id is that of the organization, or empty where none was recognised.</summary>
    public const string Sandbox = "sandbox";
    public const string Channel = "channel";

    /// <summary>A country that a connection of another organization serves.</summary>
    public const string Serving = "serving";
}
