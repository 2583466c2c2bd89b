using Ephyto.Domain.Common;

namespace Ephyto.Domain.Access;

public static class HubUserErrors
{
    public static readonly DomainError NotPossibleNow =
        new("hub-user.not-possible-now", "This is not possible in the state the role is in now.");

    public static readonly DomainError AlreadyThere =
        new("hub-user.already-there", "This address has a role in the hub, or an open invitation, already.");

    public static readonly DomainError InvalidEmail = new("hub-user.invalid-email", "This is not a valid e-mail address.");

    public static readonly DomainError LooksLikeOther = new(
        "hub-user.looks-like-other",
        "The address looks like that of somebody who is there already, but has letters of another alphabet. Type it anew.");

    public static readonly DomainError ResentRecently =
        new("hub-user.resent-recently", "The message was sent a short time ago. Please wait before you send it again.");

    public static readonly DomainError NotYourself = new("hub-user.not-yourself",
        "Nobody changes their own role. Ask another Hub administrator.");

    public static readonly DomainError EndInThePast = new("hub-user.end-in-the-past", "The last day of the role has to lie in the future.");

    public static readonly DomainError LastAdministrator = new(
        "hub-user.last-administrator",
        "The hub needs at least one active Hub administrator without an end date. Appoint another one first.");
}
