using Ephyto.AdminConsole.Tests.DomainModel.Registrations;
using Ephyto.Domain.Common;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Nppos;

namespace Ephyto.AdminConsole.Tests.DomainModel.Letters;

/// <summary>From the request to the letter, and to what may become of it.</summary>
public sealed class ParticipationLetterTests
{
    private static readonly DateTime Then = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly LetterIdentity First = new(new(2026, 1), VerificationCode.New(), Then.AddDays(1));
    private readonly Actor _member = Actor.User(Guid.NewGuid());
    private readonly Actor _officer = Actor.User(Guid.NewGuid());
    private readonly Nppo _nppo = Nppo.Register(RegistrationSample.SubmitNew(), Guid.NewGuid(), Actor.System, Then.AddDays(-30));

    [Fact]
    public void A_request_becomes_a_letter_that_keeps_what_was_true_on_its_day()
    {
        var letter = Asked();
        Assert.Equal((LetterStatus.Requested, _nppo.Id, Then), (letter.Status, letter.OpenNppoId, letter.RequestedAt));
        Assert.True(letter.Issue(_nppo, First, "ab", _officer).IsSuccess);
        _nppo.StartTesting(Actor.System, Then.AddDays(2));

        Assert.Equal((LetterStatus.Issued, null, "EPH-2026-0001", First.Code, "ab"),
            (letter.Status, letter.OpenNppoId, letter.Number.ToString(), letter.Code, letter.Sha256));
        Assert.Equal((NppoStatus.Onboarding, Then.AddDays(-30), Then.AddDays(1)),
            (letter.Facts!.State, letter.Facts.MemberSince, letter.IssuedAt));
        Assert.Equal(["letter.requested", "letter.issued"], letter.DomainEvents.Select(happened => happened.Code));
        Assert.All(letter.DomainEvents,
            happened => Assert.Equal([new(SubjectKinds.Letter, letter.Id), new(SubjectKinds.Nppo, _nppo.Id)], happened.Subjects));
    }

    [Fact]
    public void A_withdrawn_letter_keeps_its_number_and_its_reason()
    {
        var letter = Issued();
        Assert.Equal(LetterErrors.WordsNeeded, letter.Withdraw(" \n", _officer, Then).Error);
        Assert.True(letter.Withdraw("The name was wrong.", _officer, Then.AddDays(3)).IsSuccess);

        Assert.Equal((LetterStatus.Withdrawn, "The name was wrong.", "EPH-2026-0001", true),
            (letter.Status, letter.Words, letter.Number.ToString(), letter.WasIssued));
    }

    [Fact]
    public void A_declined_request_says_why_and_makes_room_for_the_next()
    {
        var letter = Asked();
        Assert.Equal(LetterErrors.WordsNeeded, letter.Decline(null, _officer, Then).Error);
        Assert.True(letter.Decline("The addressee is missing.", _officer, Then).IsSuccess);

        Assert.Equal((LetterStatus.Declined, null, null, false), (letter.Status, letter.OpenNppoId, letter.Number, letter.WasIssued));
    }

    [Fact]
    public void Who_comes_second_learns_what_has_become_of_it()
    {
        var issued = Issued();
        Assert.Equal(LetterErrors.AlreadyIssued, issued.Issue(_nppo, First, "cd", _officer).Error);
        Assert.Equal(LetterErrors.AlreadyIssued, issued.Decline("No", _officer, Then).Error);
        Assert.Equal(LetterErrors.AlreadyIssued, issued.Cancel(_member, Then).Error);

        var (declined, cancelled, withdrawn) = (Asked(), Asked(), Issued());
        declined.Decline("No", _officer, Then);
        cancelled.Cancel(_member, Then);
        withdrawn.Withdraw("Why", _officer, Then);
        Assert.Equal(LetterErrors.AlreadyDeclined, declined.Issue(_nppo, First, "ab", _officer).Error);
        Assert.Equal(LetterErrors.AlreadyCancelled, cancelled.Issue(_nppo, First, "ab", _officer).Error);
        Assert.Equal(LetterErrors.AlreadyWithdrawn, withdrawn.Withdraw("Again", _officer, Then).Error);
        Assert.Equal(LetterErrors.StillRequested, Asked().Withdraw("Why", _officer, Then).Error);
    }

    [Fact]
    public void Colleagues_take_back_what_one_of_them_asked_for_but_not_what_the_contact_point_did()
    {
        var contact = Actor.ContactPoint(Guid.NewGuid());
        var official = ParticipationLetter.Request(_nppo, Languages.French, null, contact, Then).Value;

        Assert.True(Asked().Cancel(Actor.User(Guid.NewGuid()), Then).IsSuccess);
        Assert.Equal(LetterErrors.NotYours, official.Cancel(_member, Then).Error);
        Assert.Equal(LetterErrors.NotYours, official.Cancel(Actor.ContactPoint(Guid.NewGuid()), Then).Error);
        Assert.True(official.Cancel(contact, Then).IsSuccess);
    }

    [Fact]
    public void A_suspended_organization_is_not_confirmed()
    {
        var letter = Asked();
        _nppo.Suspend("Why", _officer, Then);

        Assert.Equal(LetterErrors.NotAMember, letter.Issue(_nppo, First, "ab", _officer).Error);
        Assert.Equal(LetterErrors.NotAMember, ParticipationLetter.Request(_nppo, Languages.English, null, _member, Then).Error);
        Assert.Equal(LetterStatus.Requested, letter.Status);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("  \n ", null)]
    [InlineData(" Ministry\nof\u0007 Trade ", "Ministry of Trade")]
    public void The_addressee_is_one_clean_line(string? typed, string? kept) =>
        Assert.Equal(kept, ParticipationLetter.Request(_nppo, Languages.English, typed, _member, Then).Value.Addressee);

    private ParticipationLetter Asked() => ParticipationLetter.Request(_nppo, Languages.English, "Ministry of Trade", _member, Then).Value;

    private ParticipationLetter Issued()
    {
        var letter = Asked();
        Assert.True(letter.Issue(_nppo, First, "ab", _officer).IsSuccess);
        return letter;
    }
}
