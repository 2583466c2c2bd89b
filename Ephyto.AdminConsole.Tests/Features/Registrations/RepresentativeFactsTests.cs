using System.Net;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Tests.DomainModel.Registrations;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Registrations;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Tests.Features.Registrations;

/// <summary>
/// Whoever decides reads everything that the representative gave. A new field fails here until it is a fact that has a name.
/// </summary>
public sealed class RepresentativeFactsTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private static readonly Representative Everything = WithEverything(RegistrationSample.SubmitNew().Representative);

    [Fact]
    public void Whatever_a_representative_gives_is_a_fact_but_for_the_name_and_the_language() => Assert.Equal(
        typeof(Representative).GetProperties().Select(part => part.Name)
            .Except([nameof(Representative.Title), nameof(Representative.GivenName), nameof(Representative.FamilyName),
                nameof(Representative.FullName), nameof(Representative.PreferredLanguage)]),
        Everything.Facts().Select(fact => fact.Field));

    [Fact]
    public void What_was_not_given_is_left_out() =>
        Assert.DoesNotContain((Everything with { Phone = "" }).Facts(), fact => fact.Field == nameof(Representative.Phone));

    [Theory, MemberData(nameof(Offered.Languages), MemberType = typeof(Offered))]
    public void Every_fact_has_a_name(string language)
    {
        using var reader = CultureScope.Enter(language);
        var names = Host.Get<IStringLocalizer<FieldNames>>().GetAllStrings(includeParentCultures: language == "en")
            .Select(name => name.Name).ToHashSet();

        Assert.Superset(Everything.Facts().Select(fact => fact.Field).ToHashSet(), names);
    }

    [Fact]
    public async Task The_contact_point_reads_them_in_the_email_and_on_the_page_and_the_Secretariat_in_the_file()
    {
        var registrar = new Registrar(Host);
        var registration = await registrar.VerifiedAsync();
        await Host.AppointAsync(HubRole.SecretariatOfficer, await Host.AccountAsync("officer@example.org"));
        using var contact = Host.CreateClient();
        (await contact.GetAsync($"/contact-point/{await registrar.SecretOfAsync(registration.Id, EmailKinds.ContactPointRequest)}"))
            .Dispose();
        using var officer = await Host.SignedInAsync("officer@example.org");

        var email = (await registrar.EmailsAsync(registration.Id, EmailKinds.ContactPointRequest)).Last().Text;
        var page = WebUtility.HtmlDecode(await contact.GetStringAsync("/contact-point"));
        var file = WebUtility.HtmlDecode(await officer.GetStringAsync($"/hub/registrations/{registration.Id}"));

        Assert.All(registration.Representative.Facts(),
            fact => Assert.All([email, page, file], text => Assert.Contains(fact.Value, text, StringComparison.Ordinal)));
    }

    private static Representative WithEverything(Representative given)
    {
        foreach (var part in typeof(Representative).GetProperties().Where(part => part.SetMethod is not null))
            part.SetValue(given, $"some {part.Name}");
        return given;
    }
}
