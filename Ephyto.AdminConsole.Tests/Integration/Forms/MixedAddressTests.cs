using Ephyto.AdminConsole.Tests.Features.Letters;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Members;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Integration.Forms;

/// <summary>Whoever types an address with letters of two alphabets is told so once, and may mean it.</summary>
public sealed class MixedAddressTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    // The second letter is a Cyrillic one.
    private const string Mixed = "k\u043Efi@example.org";

    // Whoever signs in types the address of an account there is; a wrong one leads nowhere.
    private static readonly string[] LookUps = ["SignIn.razor", "ForgotPassword.razor"];

    [Fact]
    public async Task Who_asks_to_join_is_told_once()
    {
        await Host.OrganizationAsync("CI");
        await TellsOnceAsync("/join/CI", ("Form.FamilyName", "Mensah"), ("Form.JobTitle", "Inspector"), ("Form.Email", Mixed),
            ("Form.Language", "en"), ("Form.Words", "I inspect exports."));
        Assert.Equal(1, await Host.StoreAsync(db => db.Set<Member>().CountAsync(member => member.Email == Mixed)));
    }

    [Fact]
    public async Task Who_asks_for_a_recovery_is_told_once()
    {
        await Host.ConfirmedNppoAsync();
        await TellsOnceAsync("/recover/CI", ("Form.FamilyName", "Mensah"), ("Form.JobTitle", "Inspector"), ("Form.Email", Mixed),
            ("Form.Phone", "+225 27 20 00 00 00"),
            ("Form.PreferredLanguage", "en"), ("Form.Words", "Our administrator left."), ("Form.Informed", "true"));
        Assert.Equal(1,
            await Host.StoreAsync(db => db.Set<Registration>().CountAsync(registration => registration.Representative.Email == Mixed)));
    }

    [Fact]
    public void Each_page_on_which_an_address_is_typed_warns()
    {
        var typed = Repository.SourceFiles(".razor")
            .Select(file => (File: file, Text: Repository.Read(file)))
            .Where(page =>
                page.Text.Split('\n')
                    .Any(line => line.Contains("ype=\"email\"", StringComparison.Ordinal)
                        && !line.Contains("readonly", StringComparison.Ordinal))
                || page.Text.Contains("Type=\"@field.Type\"", StringComparison.Ordinal)
                || page.Text.Contains("Type=\"@question.InputType\"", StringComparison.Ordinal)
                || page.Text.Contains("case RegisterField.Email:", StringComparison.Ordinal))
            .Where(page => !LookUps.Contains(Path.GetFileName(page.File)))
            .ToList();

        Assert.True(typed.Count >= 9, string.Join(", ", typed.Select(page => page.File)));
        Assert.All(typed,
            page => Assert.True(page.Text.Contains("<MixedAddress", StringComparison.Ordinal)
                || page.Text.Contains("Form.MixedTold", StringComparison.Ordinal), page.File));
    }

    private async Task TellsOnceAsync(string address, params (string, string)[] typed)
    {
        using var browser = Host.CreateClient();
        await browser.GetAsync(new Uri("/language/en", UriKind.Relative));
        var tab = await new Tab(browser).GoToAsync(address);
        Host.Time.Advance(TimeSpan.FromMinutes(1));

        await tab.SendAsync("Form.Email", typed);
        Assert.Contains("mixes letters of two alphabets", tab.Text, StringComparison.Ordinal);
        Assert.Contains($"value=\"{Mixed}\"", tab.Text, StringComparison.Ordinal);

        await tab.SendAsync("Form.Email", typed);
        Assert.DoesNotContain("mixes letters of two alphabets", tab.Text, StringComparison.Ordinal);
    }
}
