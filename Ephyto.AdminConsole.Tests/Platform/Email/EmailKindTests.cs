using System.Reflection;
using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Platform.Email;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Platform.Email;

/// <summary>A new kind of mail fails here until somebody says whether it carries a secret, and how it is renewed then.</summary>
public sealed class EmailKindTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private static readonly string[] WithSecret =
    [
        "account.confirm-email", "account.reset-password", "hub-user.invitation", "letter.issued", "letter.link", "member.invitation", "member.registration-confirmed",
        "registration.asked-anew", "registration.contact-point-reminder", "registration.contact-point-request", "registration.escalated",
        "registration.question", "registration.received", "registration.tracker-link", "registration.verify-email",
    ];

    private static readonly string[] WithoutSecret =
    [
        "account.email-changed-old", "account.erased.farewell", "certificate.expiry-reminded.hub", "letter.declined", "letter.requested", "letter.withdrawn", "member.join-refused", "member.join-request", "member.erased.administrators", "member.left.administrators",
        "member.role-end-held", "member.role-end-reminded", "nppo.closed", "nppo.reactivated", "nppo.suspended", "registration.another-verified", "registration.closed-notice", "registration.decision-receipt", "registration.declined",
        "registration.expired", "registration.recovery-confirmed", "registration.recovery-ended", "registration.recovery-started",
        "registration.staff-escalated", "registration.staff-self-confirmed", "registration.withdrawn", "registration.withdrawn-notice",
    ];

    [Fact]
    public void Every_kind_is_listed() => Assert.Equal(WithSecret.Concat(WithoutSecret).Order(StringComparer.Ordinal), Kinds.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_kind_with_a_secret_is_renewed_by_exactly_one_slice() => Assert.Equal(
        WithSecret, Host.Services.GetServices<IEmailRenewal>().SelectMany(renewal => renewal.Kinds).Order(StringComparer.Ordinal));

    // A mail that begins to carry a secret begins to name its place: whoever writes one more comes by here, and at the lists above.
    [Fact]
    public void Secrets_stand_in_no_other_mails() => Assert.Equal(
        ["AccountEmails.cs: 2", "ApplicantMails.cs: 2", "ContactPointMails.cs: 1", "HubUserMails.cs: 1", "LetterEmails.cs: 2", "MemberEmails.cs: 1"],
        Repository.SourceFiles(".cs").Where(file => file.StartsWith("Ephyto.AdminConsole/", StringComparison.Ordinal) && file.Contains("/Emails/", StringComparison.Ordinal))
            .Select(file => (Name: Path.GetFileName(file), Places: Regex.Count(Repository.Read(file), "SecretPlaceholder")))
            .Where(file => file.Places > 0).Select(file => $"{file.Name}: {file.Places}").Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public void Every_kind_has_a_name(string language)
    {
        using var culture = CultureScope.Enter(language);
        var names = Host.Get<Terms>();
        Assert.All(Kinds.Append("hub-user.suspended"), kind => Assert.NotEqual(kind, names.Mail(kind)));
        Assert.Equal("some.other", names.Mail("some.other"));
    }

    private static IEnumerable<string> Kinds => typeof(Program).Assembly.GetTypes().SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        .Where(constant => constant.IsLiteral && constant.FieldType == typeof(string) && (type.Name == "MailKinds" || constant.Name.EndsWith("Kind", StringComparison.Ordinal))))
        .Select(constant => (string)constant.GetRawConstantValue()!).Where(value => Regex.IsMatch(value, @"^[a-z-]+(\.[a-z-]+)+$"));
}
