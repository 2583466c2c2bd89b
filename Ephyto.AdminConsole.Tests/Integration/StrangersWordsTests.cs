using Ephyto.AdminConsole.Components.Account.UseCases;
using Ephyto.AdminConsole.Features.Letters.UseCases;
using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Features.Registrations.Register;
using Ephyto.AdminConsole.Features.Registrations.Register.UseCases;
using Ephyto.AdminConsole.Features.Registrations.UseCases;
using Ephyto.AdminConsole.Tests.Features.Registrations.Recover;
using Ephyto.AdminConsole.Tests.Features.Registrations.Register;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Integration;

/// <summary>Whoever is known to nobody can make the console write to others, but never what it writes.</summary>
public sealed class StrangersWordsTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private const string Marker = "Zorgblat";
    private const string Victim = "victim@example.org";

    private static readonly (RegisterField, string)[] Typed =
    [
        (RegisterField.OrganizationName, $"{Marker} office"), (RegisterField.NameInEnglish, $"{Marker} office"),
        (RegisterField.Address, Marker), (RegisterField.Title, Marker),
        (RegisterField.GivenName, Marker), (RegisterField.FamilyName, Marker), (RegisterField.JobTitle, Marker),
        (RegisterField.Email, Victim), (RegisterField.Website, $"https://{Marker}.example.org"),
    ];

    [Fact]
    public async Task A_registration_that_nobody_verified_carries_no_word_of_its_own_to_anybody()
    {
        await Host.AddAsync(DomainModel.Registrations.RegistrationSample.Contact("GH"));
        var form = Answers.Form([.. Typed, (RegisterField.Country, "GH")]);
        Assert.True(
            (await Host.Get<SubmitRegistration>()
                .HandleAsync(new(form, null, "192.0.2.1", Host.Now().AddMinutes(-5)), Actor.Anonymous, default)).IsSuccess);
        await Host.CallAsync((AdvanceRegistrations clock) => clock.HandleAsync(default));
        Host.Time.Advance(TimeSpan.FromDays(4));
        await Host.CallAsync((AdvanceRegistrations clock) => clock.HandleAsync(default));

        Assert.Contains(EmailKinds.VerifyEmail, await CarriesNothingAsync(Victim));
    }

    [Fact]
    public async Task A_recovery_a_request_to_join_and_links_asked_for_carry_nothing_either()
    {
        var nppo = (await Host.ConfirmedNppoAsync()).Nppo;
        var boss = await Host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, "boss@example.org");
        Assert.True((await Host.StartRecoveryAsync(words: Marker, changes: Typed)).IsSuccess);
        var person = new PersonDetails(Marker, Marker, Marker, Marker, Marker);
        Assert.True((await Host.Get<AskToJoin>().HandleAsync(new("CI", person, "other@example.org", "en", Marker), default)).IsSuccess);
        Assert.True((await Host.Get<AskToJoin>().HandleAsync(new("CI", person, "third@example.org", "en", Marker), default)).IsSuccess);
        await Host.CallAsync((SendLetterLink link) => link.HandleAsync("CI", default));
        await Host.CallAsync(
            (RequestPasswordReset reset) => reset.HandleAsync(EmailAddress.TryParse("boss@example.org")!, "192.0.2.9", default));

        // What administrators make of it is theirs; the stranger's words do not ride on it.
        var asked = await Host.StoreAsync(db => db.Set<Member>().Where(m => m.Status == MemberStatus.JoinRequested).OrderBy(m => m.Email)
            .ToListAsync());
        await Host.Get<AdmitMember>().HandleAsync(new(await Host.LookAtMemberAsync(asked[0].Id), NppoRole.Viewer), boss, default);
        await Host.Get<RefuseMember>().HandleAsync(new(await Host.LookAtMemberAsync(asked[1].Id), "We do not know you."), boss, default);

        var kinds = await CarriesNothingAsync();
        Assert.Superset(
            new HashSet<string> { EmailKinds.VerifyEmail, "member.join-request", "member.invitation", "member.join-refused",
                "account.reset-password" }, kinds);
    }

    private async Task<HashSet<string>> CarriesNothingAsync(string? to = null)
    {
        var emails = await Host.StoreAsync(db => db.Set<OutgoingEmail>().Where(email => to == null || email.To == to).ToListAsync());
        Assert.NotEmpty(emails);
        Assert.All(emails, email => Assert.DoesNotContain(
            Marker, email.Subject + email.Text + email.Html, StringComparison.OrdinalIgnoreCase));
        return [.. emails.Select(email => email.Kind)];
    }
}
