using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;

namespace Ephyto.AdminConsole.Features.People.Members.Components;

/// <summary>What a dialog asks for besides yes or no.</summary>
[Flags]
public enum MemberAsks
{
    Nothing = 0,
    Role = 1,
    Words = 2,
    Email = 4,
}

/// <summary>What the reader answered.</summary>
public sealed record MemberAnswer(NppoRole Role, DateOnly? LastDay, string? Words, string? Email);

/// <summary>One act on a member, as its dialog puts it.</summary>
/// <param name="Title">A question.</param>
/// <param name="Meaning">What the act will do.</param>
/// <param name="Label">Names the deed.</param>
/// <param name="Member">As the reader saw them when the question was asked.</param>
/// <param name="Act">Does it to the member as the dialog shows them; a refusal keeps the dialog open, with what was typed.</param>
public sealed record MemberQuestion(
    string Title, string Meaning, string Label, Member Member, Func<Member, MemberAnswer, Task<DomainError?>> Act)
{
    public MemberAsks Asks { get; init; }

    public NppoRole Role { get; init; }

    public DateOnly? LastDay { get; init; }

    public string? Email { get; init; }

    public bool Dangerous { get; init; }
}

/// <summary>What the list tells after an act, and how to take it back where that is possible.</summary>
public sealed record MemberNews(string Sentence)
{
    /// <summary>Why nothing was done, and to whom.</summary>
    public DomainError? Refusal { get; init; }

    public SubjectRef? About { get; init; }

    public string? UndoLabel { get; init; }

    public Func<Task<DomainError?>>? Undo { get; init; }

    /// <summary>What is told once it is undone.</summary>
    public string? Undone { get; init; }

    /// <summary>An address that can be invited again.</summary>
    public string? InviteAgain { get; init; }
}
