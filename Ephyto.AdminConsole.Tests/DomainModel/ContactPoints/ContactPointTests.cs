using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using static Ephyto.AdminConsole.Tests.DomainModel.Registrations.RegistrationSample;

namespace Ephyto.AdminConsole.Tests.DomainModel.ContactPoints;

/// <summary>An entry of the directory, from the day it holds to the day it ends.</summary>
public sealed class ContactPointTests
{
    [Theory]
    [InlineData(ContactPointKind.OfficialContactPoint, true)]
    [InlineData(ContactPointKind.InformationPoint, false)]
    [InlineData(ContactPointKind.LocalContact, false)]
    public void Only_the_official_contact_point_confirms_alone(ContactPointKind kind, bool alone) =>
        Assert.Equal(alone, Contact(kind: kind).MayConfirmAlone);

    [Fact]
    public void It_is_as_of_the_day_somebody_affirmed_it_last()
    {
        var entry = Contact();
        Assert.Equal(Start, entry.AsOf);

        entry.Affirm(Officer, Start.AddDays(5));

        Assert.Equal(Start.AddDays(5), entry.AsOf);
        Assert.Equal(["contact-point.entered", "contact-point.affirmed"], entry.DomainEvents.Select(happened => happened.Code));
    }

    [Fact]
    public void It_ends_once_and_is_not_affirmed_after_that()
    {
        var entry = Contact();
        entry.End(Officer, Start.AddDays(1));
        entry.End(Officer, Start.AddDays(2));
        entry.Affirm(Officer, Start.AddDays(3));

        Assert.Equal((Start.AddDays(1), null, null), (entry.ValidTo, entry.CurrentCountryCode, entry.AffirmedAt));
        Assert.Equal(["contact-point.entered", "contact-point.ended"], entry.DomainEvents.Select(happened => happened.Code));
    }

    [Fact]
    public void An_unchanged_entry_is_affirmed_by_the_import()
    {
        var entry = Contact();

        Assert.Null(new DirectoryChange("CI", entry, entry.Details with { }).Apply(Officer, Start.AddDays(1)));

        Assert.Equal(Start.AddDays(1), entry.AffirmedAt);
        Assert.Equal(Actor.System, entry.DomainEvents[0].Actor);
    }
}
