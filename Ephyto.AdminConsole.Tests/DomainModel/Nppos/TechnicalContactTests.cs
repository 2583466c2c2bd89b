using Ephyto.AdminConsole.Tests.DomainModel.Registrations;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;

namespace Ephyto.AdminConsole.Tests.DomainModel.Nppos;

/// <summary>How the technical contact passes from one member to another.</summary>
public sealed class TechnicalContactTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private readonly Guid _first = Guid.NewGuid();
    private readonly Guid _second = Guid.NewGuid();
    private readonly Guid _third = Guid.NewGuid();
    private readonly Guid _by = Guid.NewGuid();
    private readonly Nppo _nppo;

    public TechnicalContactTests()
    {
        _nppo = Nppo.Register(RegistrationSample.SubmitNew(), _first, Actor.System, Now);
        _nppo.ClearDomainEvents();
    }

    [Fact]
    public void It_is_offered_to_one_colleague_at_a_time_who_takes_it()
    {
        Assert.Equal(TechnicalContactErrors.AlreadyContact, _nppo.OfferTechnicalContact(_first, _by, Now).Error);
        Assert.True(_nppo.OfferTechnicalContact(_second, _by, Now).IsSuccess);
        Assert.Equal(TechnicalContactErrors.OfferOpen, _nppo.OfferTechnicalContact(_third, _by, Now).Error);
        Assert.Equal(TechnicalContactErrors.NothingOffered, _nppo.AcceptTechnicalContact(_third, _by, Now).Error);
        Assert.Equal(_first, _nppo.TechnicalContactId);

        Assert.True(_nppo.AcceptTechnicalContact(_second, _second, Now).IsSuccess);

        Assert.Equal((_second, null), (_nppo.TechnicalContactId, _nppo.Offer));
        var passed = Assert.IsType<TechnicalContactPassed>(_nppo.DomainEvents[^1]);
        Assert.Equal((_first, _by), (passed.PreviousId, passed.OfferedBy));
        Assert.Equal([new SubjectRef(SubjectKinds.Member, _first)], passed.AlsoAbout);
        Assert.Equal(2, _nppo.DomainEvents.Count);
    }

    [Fact]
    public void Who_was_not_asked_cannot_refuse_and_who_refuses_leaves_it_where_it_was()
    {
        Assert.Equal(TechnicalContactErrors.NothingOffered, _nppo.DeclineTechnicalContact(_second, _by, Now).Error);
        _nppo.OfferTechnicalContact(_second, _by, Now);
        Assert.Equal(TechnicalContactErrors.NothingOffered, _nppo.DeclineTechnicalContact(_third, _by, Now).Error);

        Assert.True(_nppo.DeclineTechnicalContact(_second, _second, Now).IsSuccess);

        Assert.Equal((_first, null), (_nppo.TechnicalContactId, _nppo.Offer));
        Assert.Equal(_by, Assert.IsType<TechnicalContactDeclined>(_nppo.DomainEvents[^1]).OfferedBy);
    }

    [Fact]
    public void An_offer_is_withdrawn_once()
    {
        Assert.Equal(TechnicalContactErrors.NothingOffered, _nppo.WithdrawTechnicalContact(_by, Now).Error);
        _nppo.OfferTechnicalContact(_second, _by, Now);

        Assert.True(_nppo.WithdrawTechnicalContact(_by, Now).IsSuccess);

        Assert.Null(_nppo.Offer);
        Assert.Equal(_second, Assert.IsType<TechnicalContactWithdrawn>(_nppo.DomainEvents[^1]).MemberId);
    }

    [Fact]
    public void It_is_taken_only_where_nobody_has_it()
    {
        Assert.Equal(TechnicalContactErrors.SomebodyElse, _nppo.TakeTechnicalContact(_second, _by, Now).Error);
        _nppo.ForgetContact(_first, Actor.System, Now);
        Assert.Null(_nppo.TechnicalContactId);

        Assert.True(_nppo.TakeTechnicalContact(_second, _by, Now).IsSuccess);

        var passed = Assert.IsType<TechnicalContactPassed>(_nppo.DomainEvents[^1]);
        Assert.Equal((_second, null, null), (_nppo.TechnicalContactId, passed.PreviousId, passed.OfferedBy));
        Assert.Empty(passed.AlsoAbout);
    }

    [Fact]
    public void A_hand_over_ends_the_offer_to_somebody_else_and_says_so()
    {
        _nppo.OfferTechnicalContact(_second, _by, Now);

        _nppo.HandOverTechnicalContact(_third, _by, Now);

        Assert.Equal((_third, null), (_nppo.TechnicalContactId, _nppo.Offer));
        Assert.Equal(
            ["nppo.technical-contact-offered", "nppo.technical-contact-withdrawn", "nppo.technical-contact-passed"],
            _nppo.DomainEvents.Select(happened => happened.Code));
    }

    [Fact]
    public void Who_leaves_is_neither_contact_nor_about_to_be()
    {
        _nppo.OfferTechnicalContact(_second, _by, Now);
        _nppo.ClearDomainEvents();

        _nppo.ForgetContact(_third, Actor.System, Now);
        Assert.Empty(_nppo.DomainEvents);
        Assert.NotNull(_nppo.Offer);

        _nppo.ForgetContact(_second, Actor.System, Now);
        Assert.Equal((_first, null), (_nppo.TechnicalContactId, _nppo.Offer));
        Assert.Equal(["nppo.technical-contact-withdrawn"], _nppo.DomainEvents.Select(happened => happened.Code));

        _nppo.ForgetContact(_first, Actor.System, Now);
        Assert.Null(_nppo.TechnicalContactId);
        Assert.Equal("nppo.technical-contact-vacated", _nppo.DomainEvents[^1].Code);
    }
}
