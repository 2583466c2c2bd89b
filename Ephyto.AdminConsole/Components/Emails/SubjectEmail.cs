using System.Linq.Expressions;
using Ephyto.Domain.Notifications;

namespace Ephyto.AdminConsole.Components.Emails;

/// <summary>An e-mail without its bodies, on the page of what it is about.</summary>
public sealed record SubjectEmail(
    Guid Id, string Kind, string Subject, string Language, string To, EmailState State, int Attempts, DateTime QueuedAt, DateTime? SentAt,
    string? LastError)
{
    internal static readonly Expression<Func<OutgoingEmail, SubjectEmail>> Of = e =>
        new SubjectEmail(e.Id, e.Kind, e.Subject, e.Language, e.To, e.State, e.Attempts, e.QueuedAt, e.SentAt, e.LastError);
}
