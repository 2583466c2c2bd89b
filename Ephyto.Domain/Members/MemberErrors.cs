using Ephyto.Domain.Common;

namespace Ephyto.Domain.Members;

public static class MemberErrors
{
    public static readonly DomainError NotPossibleNow =
        new("member.not-possible-now", "This is not possible in the state the membership is in now.");

    public static readonly DomainError AlreadyMember =
        new("member.already-member", "This address belongs to a member or an open invitation already.");

    public static readonly DomainError InvalidEmail = new("member.invalid-email", "This is not a valid e-mail address.");

    public static readonly DomainError ResentRecently =
        new("member.resent-recently", "The message was sent a short time ago. Please wait before you send it again.");

    public static readonly DomainError TooManyRequests =
        new("member.too-many-requests", "Too many requests to join this organisation are waiting for an answer.");

    public static readonly DomainError WordsNeeded = new("member.words-needed", "Please give a reason.");
}
