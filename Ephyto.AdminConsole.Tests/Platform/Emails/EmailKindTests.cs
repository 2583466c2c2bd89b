using System.Reflection;
using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.People.Staff.Emails;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Tests.Features.Audit;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Platform.Emails;

/// <summary>
/// A new kind of e-mail fails here until its slice contributes it; one with a link, until somebody has looked who gets the link.
/// </summary>
public sealed class EmailKindTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private static readonly string[] WithSecret =
    [
        "account.confirm-email", "account.reset-password", "hub-user.invitation", "letter.issued", "letter.link", "member.invitation",
        "member.registration-confirmed",
        "registration.asked-anew", "registration.contact-point-reminder", "registration.contact-point-request", "registration.escalated",
        "registration.question", "registration.received", "registration.tracker-link", "registration.verify-email",
        "serving.asked", "serving.begun", "serving.interrupted", "serving.link", "serving.resumed",
    ];

    private EmailCatalogue Catalogue => Host.Get<EmailCatalogue>();

    [Fact]
    public void Every_kind_is_in_the_catalogue() => Assert.All(Named, kind => Assert.Same(kind, Catalogue.Find(kind)));

    [Fact]
    public void Each_kind_is_a_value_that_code_names_or_the_code_of_an_event() => Assert.Empty(
        Catalogue.All.Select(kind => kind.Code).Except(Named.Select(kind => kind.Code))
            .Except(EventSamples.All.Select(happened => happened.Code)));

    // Their reactions write to somebody whatever the event of the kind is.
    [Fact]
    public void Every_event_that_is_always_told_by_email_is_a_kind() => Assert.DoesNotContain(EventSamples.All
        .Where(happened => happened is CredentialEvent or AccessEvent or TechnicalContactEvent
            || (happened is HubUserEvent role && TellsByEmail(role)))
        .Select(happened => happened.Code).Distinct(), code => Catalogue.Find(code) is null);

    [Fact]
    public void Whoever_gets_a_link_gets_it_by_one_of_these() =>
        Assert.Equal(WithSecret, Catalogue.All.Where(kind => kind.CarriesLink).Select(kind => kind.Code).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_kind_with_a_link_is_renewed_by_what_is_there() => Assert.Equal(
        Host.Services.GetServices<IEmailRenewal>().Select(renewal => renewal.GetType()).ToHashSet(),
        Catalogue.All.Where(kind => kind.CarriesLink).Select(kind => kind.Renewal!).ToHashSet());

    // An e-mail that begins to carry a secret begins to name its place: whoever writes one more comes by here, and at the list above.
    [Fact]
    public void Secrets_stand_in_no_other_emails() => Assert.Equal(
        ["AccountEmails.cs: 2", "ApplicantEmails.cs: 2", "ContactPointEmails.cs: 1", "HubUserEmails.cs: 1", "LetterEmails.cs: 2",
            "MemberEmails.cs: 1", "ServingEmails.cs: 1"],
        Repository.SourceFiles(".cs")
            .Where(file => file.StartsWith("Ephyto.AdminConsole/", StringComparison.Ordinal)
                && !file.StartsWith("Ephyto.AdminConsole/Platform/", StringComparison.Ordinal)
                && file.Contains("/Emails/", StringComparison.Ordinal))
            .Select(file => (Name: Path.GetFileName(file), Places: Regex.Count(Repository.Read(file), "SecretPlaceholder")))
            .Where(file => file.Places > 0).Select(file => $"{file.Name}: {file.Places}").Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Offered.Languages), MemberType = typeof(Offered))]
    public void Every_kind_has_a_name(string language)
    {
        using var culture = CultureScope.Enter(language);
        var names = Host.Get<Terms>();
        Assert.All(Catalogue.All, kind => Assert.NotEqual(kind.Code, names.Email(kind)));
        // The list of e-mails offers them beside each other.
        Assert.Empty(Catalogue.All.GroupBy(kind => names.Email(kind)).Where(alike => alike.Count() > 1)
            .Select(alike => $"{alike.Key}: {string.Join(", ", alike)}"));
        Assert.Equal("some.other", names.Email("some.other"));
    }

    private bool TellsByEmail(HubUserEvent happened) =>
        Host.Get<HubUserEmails>()
            .About(happened,
                HubUser.Invite(EmailAddress.TryParse("officer@example.org")!, Languages.English.Code, HubRole.Auditor,
                    Guid.CreateVersion7(), EventSamples.At)) is not null;

    private static IEnumerable<EmailKind> Named => typeof(Program).Assembly.GetTypes()
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(named => named.FieldType == typeof(EmailKind)).Select(named => (EmailKind)named.GetValue(null)!);
}
