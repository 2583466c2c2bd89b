using Ephyto.AdminConsole.Features.Serving.Emails;
using Ephyto.AdminConsole.Features.Serving.UseCases;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Serving;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Serving;

/// <content>Contact points are asked with care.</content>
public abstract partial class ServingTests
{
    [Fact]
    public async Task Who_has_declined_is_left_in_peace_by_the_same_organization_for_thirty_days()
    {
        var link = await LinkAsync(ServingEmails.AskedKind, await AskedAsync("FR"));
        Assert.True((await Host.Get<DeclineServing>().HandleAsync(new(link, "No."), default)).IsSuccess);
        Host.Time.Advance(TimeSpan.FromDays(29));
        var from = Today.AddDays(1);

        var refused = (await AskAsync("FR")).Value[0];
        Assert.Equal((ServingErrors.DeclinedRecently, from), (refused.Refusal, refused.From));
        Assert.Equal(new ServingChoice(refusedCountry(), ServingHindrance.Declined, from), await ChoiceAsync("FR"));
        // Another organization asks for the first time.
        var (other, boss, connection) = await OtherAsync();
        Assert.Null((await AskByAsync(other, boss, connection, "FR")).Refusal);
        var theirs = await Host.StoreAsync(db => db.Set<ServedCountry>().AsNoTracking().SingleAsync(one => one.OpenCountryCode == "FR"));
        Assert.True((await Host.Get<WithdrawServing>().HandleAsync(SeenServing.Of(theirs), boss, default)).IsSuccess);

        Host.Time.Advance(TimeSpan.FromDays(1));
        Assert.Null(await HindranceAsync("FR"));
        Assert.Null((await AskAsync("FR")).Value[0].Refusal);

        Ephyto.Domain.Countries.Country refusedCountry() => Host.Get<CountryCatalogue>().Find("FR")!;
    }

    [Fact]
    public async Task Another_contact_point_is_asked_though_the_one_before_has_declined()
    {
        var link = await LinkAsync(ServingEmails.AskedKind, await AskedAsync("FR"));
        Assert.True((await Host.Get<DeclineServing>().HandleAsync(new(link, "I am no longer the contact point."), default)).IsSuccess);
        Assert.Equal(ServingHindrance.Declined, await HindranceAsync("FR"));

        await Host.StoreAsync(async db =>
        {
            (await db.Set<ContactPoint>().SingleAsync(one => one.CurrentCountryCode == "FR")).End(Actor.System, Host.Now());
            await db.SaveChangesAsync();
            db.Add(ServingWorld.Contact("FR", "next.fr@example.org", Host.Now()));
            return await db.SaveChangesAsync();
        });

        Assert.Null(await HindranceAsync("FR"));
        Assert.Null((await AskAsync("FR")).Value[0].Refusal);
    }

    [Fact]
    public async Task So_many_are_asked_in_a_day_and_wait_at_a_time_as_the_largest_union_has_members_and_no_more()
    {
        var codes = Host.Get<CountryCatalogue>().All.Where(country => country.MayTakePart && country.Code is not ("EU" or "FR" or "DE"))
            .Select(country => country.Code).Take(ServedCountry.MostAsked).ToList();
        await Host.AddAsync([.. codes.Select(code => ServingWorld.Contact(code, $"contact.{code}@example.org", Host.Now()))]);

        var asked = (await AskAsync([.. codes, "FR"])).Value;

        Assert.Equal((ServedCountry.MostAsked, "FR", ServingErrors.TooManyAsked),
            (asked.Count(one => one.Refusal is null), asked[^1].Country, asked[^1].Refusal));
        // Taken back is not unasked, and what waits still waits tomorrow.
        var one = await Host.StoreAsync(db => db.Set<ServedCountry>().AsNoTracking().FirstAsync());
        Assert.True((await Host.Get<WithdrawServing>().HandleAsync(SeenServing.Of(one), _boss, default)).IsSuccess);
        Assert.Equal(ServingErrors.TooManyAsked, (await AskAsync("FR")).Value[0].Refusal);
        Assert.Equal(0, await AskableAsync());
        Host.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await AskableAsync());
        Assert.Null((await AskAsync("FR")).Value[0].Refusal);
        Assert.Equal(ServingErrors.TooManyAsked, (await AskAsync("DE")).Value[0].Refusal);

        async Task<int> AskableAsync() => (await Host.Get<ViewServing>().HandleAsync(_nppo, _boss, default)).Value.Askable;
    }

    [Fact]
    public async Task What_cannot_be_named_stands_in_the_list_with_the_reason()
    {
        var (other, boss, connection) = await OtherAsync();
        await AskedAsync("DE");
        Assert.Null((await AskByAsync(other, boss, connection, "FR")).Refusal);

        Assert.Equal(ServingHindrance.Named, await HindranceAsync("DE"));
        var choice = await ChoiceAsync("FR");
        Assert.Equal((ServingHindrance.AskedByAnother, Today), (choice.Hindrance, choice.Day));
        Assert.Equal(ServingErrors.Taken, (await AskAsync("FR")).Value[0].Refusal);

        var theirs = await Host.StoreAsync(db => db.Set<ServedCountry>().AsNoTracking().SingleAsync(one => one.OpenCountryCode == "FR"));
        await Host.ConfirmedAsync(theirs.Id);
        choice = await ChoiceAsync("FR");
        Assert.Equal((ServingHindrance.ServedByAnother, null), (choice.Hindrance, choice.Day));
        Assert.True((await Host.Get<EndServing>().HandleAsync(
            new(SeenServing.Of(await Host.ServingAsync(theirs.Id)), Today.AddDays(5), "Over."), _hub, default)).IsSuccess);
        Assert.Equal(Today.AddDays(5), (await ChoiceAsync("FR")).Day);
    }

    private async Task<(Guid Nppo, Actor Boss, Guid Connection)> OtherAsync()
    {
        var (other, _) = await Host.ConfirmedNppoAsync("CH", Given.Awa with { Email = "first.ch@example.org" });
        return (other.Id, await Host.ActiveMemberAsync(other.Id, NppoRole.Administrator, "boss.ch@example.org"),
            await ServingWorld.ConnectAsync(Host, other.Id));
    }

    private async Task<AskedCountry> AskByAsync(Guid nppo, Actor boss, Guid connection, string country) =>
        (await Host.Get<AskCountries>().HandleAsync(new(nppo, connection, [country]), boss, default)).Value[0];

    private async Task<ServingChoice> ChoiceAsync(string country) =>
        (await Host.Get<ViewServing>().HandleAsync(_nppo, _boss, default)).Value.Choices.Single(one => one.Country.Code == country);

    private async Task<ServingHindrance?> HindranceAsync(string country) => (await ChoiceAsync(country)).Hindrance;
}
