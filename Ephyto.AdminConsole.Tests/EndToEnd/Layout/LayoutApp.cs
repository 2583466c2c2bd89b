using Ephyto.AdminConsole.Tests.Features.DigitalCertificates;
using Ephyto.AdminConsole.Tests.Features.Sandbox.Traffic;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.DigitalCertificates;
using Ephyto.Domain.IntegrationDocuments;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Registrations;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.EndToEnd.Layout;

/// <summary>They only look at the console, and take turns.</summary>
[CollectionDefinition(nameof(LayoutApp))]
public sealed class LayoutCollection : ICollectionFixture<LayoutApp>;

/// <summary>
/// A console with the demo data, and among them a country where each thing typed is one long word. It offers a language that is read from
/// the right.
/// </summary>
public sealed class LayoutApp : RunningConsole
{
    public const string Member = "layout.gn@example.org";
    public const string Administrator = "layout.administrator@example.org";
    public const string Officer = "layout.officer@example.org";

    private static readonly string Long = string.Concat(Enumerable.Repeat("Pflanzenschutz", 5));
    private Task<LayoutData>? _data;

    private protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["RateLimits:AnonymousFormsPerMinute"] = "1000",
        ["Sandbox:Enabled"] = "true",
        ["Sandbox:Port"] = "0",
        ["Localization:Cultures:0"] = "en",
        ["Localization:Cultures:1"] = "fr",
        ["Localization:Cultures:2"] = "ar",
        ["Localization:EvenIncomplete"] = "true",
    };

    internal Task<LayoutData> DataAsync() => _data ??= App.SeedAsync(async host =>
    {
        var now = host.Time.GetUtcNow().UtcDateTime;
        var representative = Given.Awa with { Title = "Ms", GivenName = Long, FamilyName = Long, JobTitle = Long,
            Email = "long.mr@example.org", PreferredLanguage = "en" };
        var nppo = (await host.ConfirmedNppoAsync("GN", representative with { Email = "long.gn@example.org" })).Nppo;
        var actor = await host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, Member);
        await host.AddAsync(host.Envelope(nppo.Id, null, "GN-2026-1"), host.Envelope(nppo.Id, null, "GN-2026-2"));
        await host.HappenAsync(host.Call(nppo.Id, "AdvancedAcknowledgeEnvelopeReceipt", why: SandboxReason.RecipientServed,
            number: $"{Guid.CreateVersion7()}", detail: "GN → BW"),
            host.Call(nppo.Id, "GetEnvelopeTrackingInfo", why: SandboxReason.EnvelopeUnknown, detail: new string('A', 500)));
        await host.AddAsync(DigitalCertificate.Upload(
            nppo.Id, new string('D', 200), CertificateUsage.Signing, MadeCertificate.FactsOf($"CN={Long}", now.AddDays(300)), [1],
            Guid.NewGuid(), now).Value);
        var letter = ParticipationLetter.Request(nppo, Languages.English, Long, actor, now).Value;
        await host.AddAsync(letter);
        await host.AppointAsync(HubRole.HubAdministrator, await host.AccountAsync(Administrator));
        await host.AppointAsync(HubRole.SecretariatOfficer, await host.AccountAsync(Officer));

        var before = await host.StoreAsync(db => db.Set<ContactPoint>().SingleAsync(c => c.CurrentCountryCode == "MR"));
        await host.ChangeAsync(before, one => one.End(Actor.System, now));
        var contact = ContactPoint.Enter("MR", new ContactPointDetails(
            ContactPointKind.OfficialContactPoint, "", Long, Long, Long, Long, Long, "", "long.ocp@example.org", "en"), Actor.System, now);
        await host.AddAsync(contact);
        var registration = Registration.Submit(
            "MR", new OrganizationDetails(Long, Long, Long, $"https://example.org/{Long}", ExchangeSystem.NationalSystem), representative,
            RegistrationPolicy.Default, now);
        registration.VerifyEmail(contact, RegistrationPolicy.Default, now);
        await host.AddAsync(registration);
        var email = await host.StoreAsync(db => db.Set<OutgoingEmail>().Where(e => e.SubjectId == registration.Id)
            .Select(e => e.Id).FirstAsync());
        var document = await host.StoreAsync(db => db.Set<IntegrationDocument>().OrderBy(d => d.Id).Select(d => d.Id).FirstAsync());
        return new LayoutData(nppo.Id, registration.Id, letter.Id, email, document);
    });
}

internal sealed record LayoutData(Guid Nppo, Guid Registration, Guid Letter, Guid Email, Guid Document);
