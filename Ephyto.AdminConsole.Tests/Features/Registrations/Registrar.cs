using Ephyto.AdminConsole.Features.Participation.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Applicant.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Features.Registrations.Staff.UseCases;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Tests.DomainModel.Registrations;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Links;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Registrations;

/// <summary>Plays applicant and contact point through the real use cases, with the links their e-mails carry.</summary>
internal sealed class Registrar(ConsoleHost host)
{
    public ContactPoint Contact { get; private set; } = null!;

    public async Task<Registration> SubmitAsync(string country = "CI", bool withContact = true, string email = "representative@example.org")
    {
        Contact = RegistrationSample.Contact(country, email: $"contact-point.{country}@example.org".ToLowerInvariant());
        if (withContact) await host.AddAsync(Contact);
        var registration = RegistrationSample.SubmitNew(country, email);
        await host.AddAsync(registration);
        return registration;
    }

    public async Task<Registration> VerifiedAsync(string country = "CI", bool withContact = true,
        string email = "representative@example.org")
    {
        var registration = await SubmitAsync(country, withContact, email);
        var link = await LinkOfAsync(registration.Id, EmailKinds.VerifyEmail);
        var verified = await host.CallAsync((VerifyEmail verify) => verify.HandleAsync(new(link.Id), default));
        Assert.True(verified.IsSuccess, verified.Error?.Sentence);
        return await LoadAsync(registration.Id);
    }

    public Task<Registration> LoadAsync(Guid id) =>
        host.StoreAsync(db => db.Set<Registration>().AsNoTracking().SingleAsync(r => r.Id == id));

    public Task<List<OutgoingEmail>> EmailsAsync(Guid registrationId, string? kind = null) =>
        host.StoreAsync(db => db.Set<OutgoingEmail>().AsNoTracking()
            .Where(e => e.SubjectId == registrationId && (kind == null || e.Kind == kind)).OrderBy(e => e.QueuedAt).ThenBy(e => e.Id)
            .ToListAsync());

    /// <summary>The link in the newest e-mail of that kind.</summary>
    public async Task<AccessLink> LinkOfAsync(Guid registrationId, string kind)
    {
        var hash = LinkSecrets.Hash(await SecretOfAsync(registrationId, kind));
        return await host.StoreAsync(db => db.Set<AccessLink>().AsNoTracking().SingleAsync(l => l.SecretHash == hash));
    }

    public async Task<string> SecretOfAsync(Guid registrationId, string kind) =>
        host.Get<LinkSecrets>()
            .Unprotect((await EmailsAsync(registrationId, kind)).Last(e => e.ProtectedSecret is not null).ProtectedSecret!);

    /// <summary>Whether the public list of participating countries says so.</summary>
    public async Task<bool> IsUnderWayAsync(string country = "CI") =>
        Assert.Single((await host.CallAsync((ListParticipation list) => list.HandleAsync(new(country, null, null), default))).Rows,
            row => row.Country.Code == country).State
            == ParticipationState.UnderWay;

    /// <summary>As the hub's list shows them.</summary>
    public async Task<IReadOnlyList<RegistrationListRow>> ListAsync(Actor officer, bool openOnly = false,
        RegistrationStatus? status = null) =>
        (await host.CallAsync((ListRegistrations list) => list.HandleAsync(new(null, status, openOnly, 1), officer, default))).Value.Items;
}
