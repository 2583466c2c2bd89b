using Ephyto.Domain.Common;

namespace Ephyto.Domain.Registrations;

/// <summary>
/// What one of the hub's staff leaves for the others about a registration: a telephone call, a doubt. The applicant and the
/// contact point never see it. It is not rewritten; another note follows.
/// </summary>
public sealed class StaffNote : AggregateRoot
{
    private StaffNote()
    {
    }

    public Guid RegistrationId { get; private set; }

    public string Words { get; private set; } = "";

    /// <summary>The account that wrote it.</summary>
    public Guid WrittenBy { get; private set; }

    public DateTime WrittenAt { get; private set; }

    public static Result<StaffNote> Write(Guid registrationId, string? words, Actor author, DateTime now)
    {
        if (FreeText.Clean(words) is not { } said) return RegistrationErrors.WordsNeeded;

        var note = new StaffNote { Id = Guid.CreateVersion7(), RegistrationId = registrationId, Words = said, WrittenBy = author.Id,
            WrittenAt = now };
        note.Raise(new StaffNoteWritten(registrationId, note.Id, author, now));
        return note;
    }
}

public sealed record StaffNoteWritten(Guid RegistrationId, Guid NoteId, Actor Actor, DateTime OccurredAt) : DomainEvent(Actor, OccurredAt)
{
    public const string Name = "registration.note-written";

    public override string Code => Name;

    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.Registration, RegistrationId)];
}
