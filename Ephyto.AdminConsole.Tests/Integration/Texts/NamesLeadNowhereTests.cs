using Ephyto.AdminConsole.Features.ContactPoints;
using Ephyto.AdminConsole.Features.ContactPoints.UseCases;
using Ephyto.AdminConsole.Features.People.Staff.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Register;
using Ephyto.AdminConsole.Features.Registrations.Register.UseCases;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Tests.Features.Letters;
using Ephyto.AdminConsole.Tests.Features.Registrations.Register;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Links;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Integration.Texts;

/// <summary>
/// Names of people and organizations stand in e-mails and on pages of people who do not know who typed them. Wherever one is typed, an
/// address of a web page is refused beside its field, and nothing of it is kept.
/// </summary>
public sealed class NamesLeadNowhereTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private const string Address = "http://evil.example/claim";

    public static TheoryData<string, string> Forms
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var form in (string[])["join", "activate"])
                foreach (var name in (string[])["GivenName", "FamilyName", "JobTitle"]) data.Add(form, name);
            foreach (var name in (string[])["Title", "GivenName", "FamilyName", "JobTitle"]) data.Add("recover", name);
            foreach (var form in (string[])["hub-invitation", "set-up", "profile"]) data.Add(form, "Name");
            data.Add("letter", "Addressee");
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_refuses_it_beside_its_field(string form, string field)
    {
        using var client = form == "profile" ? await SignedInAsync() : Host.CreateClient();
        await client.GetAsync(new Uri("/language/en", UriKind.Relative));
        var tab = await new Tab(client).GoToAsync(await PageOfAsync(form));
        Host.Time.Advance(TimeSpan.FromMinutes(1));
        var typed = Good(form).Where(one => one.Name != $"Form.{field}").Append(($"Form.{field}", Address)).ToArray();

        await tab.SendAsync($"name=\"Form.{field}\"", typed);

        Assert.Contains($"id=\"Form-{field}-error\"", tab.Text, StringComparison.Ordinal);
        Assert.Contains("A name holds no address of a web page", tab.Text, StringComparison.Ordinal);
        Assert.Empty(await Host.ColumnsWithAsync(Address));
    }

    [Theory]
    [InlineData("OrganizationName")]
    [InlineData("NameInEnglish")]
    [InlineData("Title")]
    [InlineData("GivenName")]
    [InlineData("FamilyName")]
    [InlineData("JobTitle")]
    public async Task A_registration_is_not_taken_with_it(string name)
    {
        var (field, form) = (Enum.Parse<RegisterField>(name), Answers.Form());
        Assert.Equal(RegisterStep.Review, Host.Get<RegisterRules>().FirstIncomplete(form));
        form[field] = Address;

        Assert.Equal("NoWebAddress", Host.Get<RegisterRules>().Check(form, field)?.Sentence);
        var sent = await Host.Get<SubmitRegistration>().HandleAsync(
            new(form, null, "192.0.2.7", Host.Now().AddMinutes(-10)), Actor.Anonymous, CancellationToken.None);

        Assert.Equal(RegisterErrors.Incomplete, sent.Error);
        Assert.Empty(await Host.ColumnsWithAsync(Address));
    }

    [Theory]
    [InlineData("Prefix")]
    [InlineData("GivenName")]
    [InlineData("FamilyName")]
    [InlineData("JobTitle")]
    [InlineData("Organization")]
    public async Task The_directory_does_not_take_it(string field)
    {
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
        var input = ContactPointInput.Of(Staff.DetailsOf("Office"));
        Assert.Empty(input.Faults());
        typeof(ContactPointInput).GetProperty(field)!.SetValue(input, Address);

        Assert.Equal([(field, NameErrors.HoldsWebAddress)], input.Faults());
        Assert.Equal(NameErrors.HoldsWebAddress,
            (await Host.Get<EnterContactPoint>().HandleAsync(new("BO", null, input), officer, CancellationToken.None)).Error);
        Assert.Empty(await Host.ColumnsWithAsync(Address));
    }

    [Fact]
    public async Task A_letter_that_a_member_asks_for_is_not_written_to_it()
    {
        var (nppo, boss) = await Host.OrganizationAsync("CI");

        Assert.Equal(NameErrors.HoldsWebAddress, (await Host.AskAsync(nppo, boss, Address)).Error);
        Assert.Empty(await Host.ColumnsWithAsync(Address));
    }

    /// <summary>Without this the others could find nothing because they look nowhere.</summary>
    [Fact]
    public async Task What_is_kept_is_found()
    {
        var user = await Host.AccountAsync("awa@example.org");
        await Host.StoreAsync(db => db.Users.Where(one => one.Id == user.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.DisplayName, $"You won {Address}")));

        Assert.EndsWith(".DisplayName", Assert.Single(await Host.ColumnsWithAsync(Address)), StringComparison.Ordinal);
    }

    private static (string Name, string Value)[] Good(string form) => form switch
    {
        "join" => [.. Person, ("Form.Email", "kofi@example.org"), ("Form.Language", "en"), ("Form.Words", "I inspect exports.")],
        "recover" =>
            [.. Person, ("Form.Email", "kofi@example.org"), ("Form.Phone", "+225 27 20 00 00 00"), ("Form.PreferredLanguage", "en"),
            ("Form.Words", "Our administrator left."), ("Form.Informed", "true")],
        "activate" => [.. Person, .. Passwords],
        "hub-invitation" => [.. Passwords],
        "set-up" => [("Form.Email", "ada@example.org"), .. Passwords],
        "profile" => [("Form.Language", "en"), ("Form.TimeZone", "")],
        _ => [("Form.Language", Languages.English.Code)],
    };

    private static (string Name, string Value)[] Person =>
        [("Form.GivenName", "Kofi"), ("Form.FamilyName", "Mensah"), ("Form.JobTitle", "Inspector")];

    private static (string Name, string Value)[] Passwords => [("Form.Password", Given.Password), ("Form.PasswordAgain", Given.Password)];

    /// <summary>The page with the form, after everything that leads to it.</summary>
    private async Task<string> PageOfAsync(string form)
    {
        switch (form)
        {
            case "join":
                await Host.OrganizationAsync("CI");
                return "/join/CI";
            case "recover":
                await Host.ConfirmedNppoAsync();
                return "/recover/CI";
            case "activate":
                var (_, invited) = await Host.ConfirmedNppoAsync();
                return $"/account/activate/{Host.SecretOf(await Host.EmailAsync("member.registration-confirmed", invited.Id))}";
            case "hub-invitation":
                var boss = await Host.AppointAsync(HubRole.HubAdministrator, "Boss");
                var person = await Host.Get<InviteHubUser>()
                    .HandleAsync(new("person@example.org", HubRole.Auditor, "en"), boss, CancellationToken.None);
                return $"/account/hub-invitation/{Host.SecretOf(await Host.EmailAsync("hub-user.invitation", person.Value))}";
            case "set-up":
                return $"/account/set-up/{await LinkAsync(LinkPurpose.HubSetup, Guid.Empty, Guid.Empty)}";
            case "letter":
                var (nppo, _) = await Host.OrganizationAsync("CI");
                var contact = await Host.StoreAsync(db => db.Set<ContactPoint>().Select(one => one.Id).SingleAsync());
                return $"/letters/request/{await LinkAsync(LinkPurpose.LetterRequest, nppo, contact)}";
            default:
                return "/account/manage/profile";
        }
    }

    private async Task<HttpClient> SignedInAsync()
    {
        await Host.AccountAsync("awa@example.org");
        return await Host.SignedInAsync("awa@example.org");
    }

    private Task<string> LinkAsync(LinkPurpose purpose, Guid subject, Guid holder) => Host.StoreAsync(async db =>
    {
        var issued = await Host.Get<LinkIssuer>()
            .ReplaceAsync(db, purpose, subject, holder, TimeSpan.FromHours(24), CancellationToken.None);
        await db.SaveChangesAsync();
        return issued.Secret;
    });
}
