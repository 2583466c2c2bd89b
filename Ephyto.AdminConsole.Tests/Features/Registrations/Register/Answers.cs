using Ephyto.AdminConsole.Features.Registrations.Register;
using Ephyto.Domain.Members;
using Ephyto.Domain.Registrations;
using DomainActor = Ephyto.Domain.Common.Actor;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.Register;

/// <summary>Filled-in forms, and what they may meet in the store.</summary>
internal static class Answers
{
    public static Dictionary<RegisterField, string> Complete { get; } = new()
    {
        [RegisterField.Informed] = bool.TrueString,
        [RegisterField.Country] = "CI",
        [RegisterField.OrganizationName] = "Direction de la protection des végétaux",
        [RegisterField.NameInEnglish] = "Directorate of Plant Protection",
        [RegisterField.Address] = "BP V 7\nAbidjan",
        [RegisterField.Website] = "https://www.example.org",
        [RegisterField.System] = nameof(ExchangeSystem.GeNS),
        [RegisterField.Title] = "Mme",
        [RegisterField.GivenName] = "Awa",
        [RegisterField.FamilyName] = "Koné",
        [RegisterField.JobTitle] = "Cheffe de service",
        [RegisterField.Email] = "awa.kone@agriculture.example.org",
        [RegisterField.Phone] = "+225 27 20 00 00 00",
        [RegisterField.PreferredLanguage] = "fr",
    };

    public static RegisterForm Form(params (RegisterField Field, string Text)[] changes)
    {
        var form = new RegisterForm();
        foreach (var (field, text) in Complete) form[field] = text;
        foreach (var (field, text) in changes) form[field] = text;
        return form;
    }

    public static Registration Registration(string country, DateTime now, string? email = null, string? network = null,
        string? language = null)
    {
        var form = email is null ? Form() : Form((RegisterField.Email, email));
        if (language is not null) form[RegisterField.PreferredLanguage] = language;
        return Domain.Registrations.Registration.Submit(country, form.ToOrganization(), form.ToRepresentative(),
            RegistrationPolicy.Default, now, network);
    }

    /// <summary>One whose address is verified: it alone stands in the way of others.</summary>
    public static Registration Verified(string country, DateTime now)
    {
        var registration = Registration(country, now, "verified@example.org");
        Assert.True(registration.VerifyEmail(null, RegistrationPolicy.Default, now).IsSuccess);
        return registration;
    }

    /// <summary>A registered NPPO with its initial administrator, before or after the activation of the account.</summary>
    public static object[] Nppo(string country, bool activated, DateTime now)
    {
        var memberId = Guid.CreateVersion7();
        var nppo = Domain.Nppos.Nppo.Register(Registration(country, now), memberId, DomainActor.System, now);
        var person = new PersonDetails("", "Aya", "Kouassi", "", "");
        var member = Member.AppointInitialAdministrator(memberId, nppo.Id, person, "aya@example.org", "en", DomainActor.System, now);
        if (activated) member.Activate(Guid.CreateVersion7(), person, now);
        nppo.ClearDomainEvents();
        member.ClearDomainEvents();
        return [nppo, member];
    }
}
