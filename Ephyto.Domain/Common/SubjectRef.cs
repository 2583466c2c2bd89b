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
}
