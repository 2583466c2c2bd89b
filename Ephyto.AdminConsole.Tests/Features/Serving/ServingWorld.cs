using Ephyto.AdminConsole.Features.Participation.UseCases;
using Ephyto.AdminConsole.Features.Serving.Emails;
using Ephyto.AdminConsole.Features.Serving.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Serving;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Serving;

/// <summary>What tests of served countries do and ask.</summary>
internal static class ServingWorld
{
    public static readonly ConnectionSettings Sending = ConnectionSettings.Nothing with
    {
        Send = true, Receive = true, Allowed = [new(PhytoType.Phytosanitary, PhytoStatus.Issued)],
    };

    /// <summary>What its page says of it.</summary>
    public static readonly ServedExchange Seen = ServedExchange.Of(Sending);

    /// <summary>The European Union: an organization with an administrator and a connection, live.</summary>
    public static async Task<(Guid Nppo, Actor Boss, Guid Connection)> ServingOrganizationAsync(this ConsoleHost host)
    {
        var (nppo, _) = await host.ConfirmedNppoAsync("EU", Given.Awa with { Email = "first.eu@example.org" });
        var boss = await host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, "boss.eu@example.org");
        await host.StoreAsync(async db =>
        {
            var live = await db.Set<Nppo>().SingleAsync(one => one.Id == nppo.Id);
            live.StartTesting(Actor.System, host.Now());
            live.GoLive(Actor.System, host.Now());
            return await db.SaveChangesAsync();
        });
        return (nppo.Id, boss, await ConnectAsync(host, nppo.Id));
    }

    public static async Task<Guid> ConnectAsync(ConsoleHost host, Guid nppo, ConnectionSettings? settings = null)
    {
        var country = await host.StoreAsync(db => db.Set<Nppo>().Where(n => n.Id == nppo).Select(n => n.CountryCode).SingleAsync());
        var connection = Connection.Add(nppo, country, 0, settings ?? Sending, Guid.NewGuid(), host.Now(), HubEnvironment.Test).Value;
        await host.AddAsync(connection);
        return connection.Id;
    }

    public static ContactPoint Contact(
        string country, string email, DateTime now, ContactPointKind kind = ContactPointKind.OfficialContactPoint,
        string language = "en") =>
        ContactPoint.Enter(country, new(kind, "", "Contact", $"of {country}", "Director", "Ministry", "", "", email, language),
            Actor.System, now);

    public static async Task<ServedCountry> AskedAsync(this ConsoleHost host, Guid nppo, Actor boss, Guid connection, string country)
    {
        var asked = await host.Get<AskCountries>().HandleAsync(new(nppo, connection, [country]), boss, default);
        Assert.Null(asked.Error?.Sentence);
        Assert.Null(asked.Value[0].Refusal?.Sentence);
        return await host.StoreAsync(db => db.Set<ServedCountry>().AsNoTracking().SingleAsync(one => one.OpenCountryCode == country));
    }

    public static async Task<ServedCountry> ConfirmedAsync(this ConsoleHost host, Guid serving)
    {
        var link = await host.LinkOfAsync(await host.EmailAsync(ServingEmails.AskedKind, serving));
        Assert.Null((await host.Get<ConfirmServing>().HandleAsync(new(link, Seen, HasRead: true), default)).Error?.Sentence);
        return await host.ServingAsync(serving);
    }

    public static Task<ServedCountry> ServingAsync(this ConsoleHost host, Guid id) =>
        host.StoreAsync(db => db.Set<ServedCountry>().AsNoTracking().SingleAsync(one => one.Id == id));

    public static async Task<CountryParticipation> ParticipationOfAsync(this ConsoleHost host, string country) =>
        (await host.Get<ListParticipation>().HandleAsync(new(null, null, null), default)).Rows.Single(row => row.Country.Code == country);
}
