using Ephyto.Domain.Common;

namespace Ephyto.Domain.Members;

public static class MemberErrors
{
    public static readonly DomainError NotPossibleNow =
        new("member.not-possible-now", "This is not possible in the state the membership is in now.");

    public static readonly DomainError AlreadyMember =
        new("member.already-member", "This address belongs to a member or an open invitation already.");

    public static readonly DomainError InvalidEmail = new("member.invalid-email", "This is not a valid e-mail address.");

    public static readonly DomainError LooksLikeMember = new(
        "member.looks-like-member", "The address looks like that of a member, but has letters of another alphabet. Type it anew.");

    public static readonly DomainError ResentRecently =
        new("member.resent-recently", "The message was sent a short time ago. Please wait before you send it again.");

    public static readonly DomainError TooManyRequests =
        new("member.too-many-requests",
            "Several requests to join were sent from this network a short time ago. Try again in a quarter of an hour.");

    public static readonly DomainError TooManyWaiting = new(
        "member.too-many-waiting",
        "Several requests from this network wait for an answer. Speak with the administrators, or try again in a few days.");

    public static readonly DomainError WordsNeeded = new("member.words-needed", "Please give a reason.");

    public static readonly DomainError LastAdministrator = new(
        "member.last-administrator", "An organisation always keeps one active administrator. Make somebody else an administrator first.");

    public static readonly DomainError NotYourself =
        new("member.not-yourself", "Nobody changes, suspends or removes themselves. Ask another administrator, or leave the organisation.");

    public static readonly DomainError EndNotAhead = new("member.end-not-ahead", "The last day of a role is today or later.");

    public static readonly DomainError SameRole = new("member.same-role", "The person has this role with this last day already.");

    public static readonly DomainError SameAddress = new("member.same-address", "The invitation went to this address already.");

    public static readonly DomainError TooManyAddresses = new("member.too-many-addresses", "At most 100 addresses are invited at once.");

    public static readonly DomainError OrganizationSuspended = new(
        "member.organization-suspended",
        "The Hub has suspended this organisation, so nobody can answer a request. Please write to the IPPC Secretariat.");

    public static readonly DomainError OrganizationClosed = new(
        "member.organization-closed", "The membership of this organisation has ended, so the invitation no longer stands.");

    public static readonly DomainError NoSuccessor =
        new("member.no-successor", "The successor is another active member of the organisation.");
}
