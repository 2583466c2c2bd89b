using System.Security.Cryptography;
using Bunit;
using Ephyto.AdminConsole.Features.Integration.Components;
using Ephyto.AdminConsole.Features.TestEvidence.Components;
using Ephyto.AdminConsole.Tests.Features.DigitalCertificates;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.DigitalCertificates;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.TestEvidence;

/// <summary>What people of a console of Production see of Test, and do with a file of evidence.</summary>
public sealed class EvidencePanelTests : PageTests
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private Guid _nppo;
    private Actor _boss = Actor.Anonymous;

    private protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Hub:Environment"] = "Production", ["Hub:TestConsoleKey"] = MadeEvidence.PublicPem(_key),
    };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        _boss = await Host.ActiveMemberAsync(_nppo, NppoRole.Administrator, "boss@example.org");
    }

    public override async ValueTask DisposeAsync()
    {
        _key.Dispose();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_file_is_refused_at_its_field_then_taken_in_and_the_step_says_where_it_was_proven()
    {
        var page = OpenWay(_boss);
        var other = OpenWay(await Host.AppointAsync(HubRole.Auditor), forHub: true);
        page.WaitForElement("#evidence-file");
        other.WaitForAssertion(() => Assert.Contains("Proven in Test", other.Markup, StringComparison.Ordinal));
        Assert.Empty(other.FindAll("#evidence-file"));

        await ChooseAsync(page, MadeEvidence.Of("GH").Signed(_key));
        page.WaitForAssertion(() => Assert.Contains(
            "the organization of another country", page.Find("#evidence-file-error").TextContent, StringComparison.Ordinal));
        Assert.Equal("true", page.Find("#evidence-file").GetAttribute("aria-invalid"));

        await ChooseAsync(page, MadeEvidence.Of("CI").Signed(_key));

        page.WaitForAssertion(() => Assert.Contains("The evidence is taken in", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("#evidence-file-error"));
        page.WaitForAssertion(() => Assert.Contains("Proven in Test:", Card(page), StringComparison.Ordinal));
        Assert.Contains("0195-4711", Card(page), StringComparison.Ordinal);
        Assert.Contains("Done", Card(page), StringComparison.Ordinal);
        Assert.DoesNotContain("Seen by the console", Card(page), StringComparison.Ordinal);
        var panel = page.FindComponent<EvidencePanel>().Find("section").TextContent;
        Assert.Contains("https://test.example.org/", panel, StringComparison.Ordinal);
        // Somebody else sees it without looking again.
        other.WaitForAssertion(() => Assert.Contains("0195-4711", Card(other), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_file_is_refused_in_the_readers_language()
    {
        ReadIn("fr");
        var page = OpenWay(_boss);
        page.WaitForElement("#evidence-file");

        await ChooseAsync(page, "{}"u8.ToArray());

        page.WaitForAssertion(() => Assert.Contains(
            "Ce n’est pas un fichier de preuves", page.Find("#evidence-file-error").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_came_with_the_data_of_test_says_so_and_what_to_do()
    {
        await Host.ConnectAsync(_nppo, _boss);
        await Host.InUseAsync(_nppo, _boss);
        await Host.StoreAsync(async db =>
            await db.Set<Connection>().ExecuteUpdateAsync(set => set.SetProperty(c => c.Environment, HubEnvironment.Test))
                + await db.Set<DigitalCertificate>().ExecuteUpdateAsync(set => set.SetProperty(c => c.Environment, HubEnvironment.Test)));

        var connection = Open<ConnectionBoard>(_boss, "/nppo/connection",
            parameters => parameters.Add(b => b.NppoId, _nppo).Add(b => b.Country, "Côte d’Ivoire"));
        var certificates = Open<AdminConsole.Features.DigitalCertificates.Pages.CertificatesPage>(_boss, "/nppo/certificates");
        var hub = OpenWay(await Host.AppointAsync(HubRole.HubAdministrator), forHub: true);

        connection.WaitForAssertion(() => Assert.Contains("This connection belongs to Test", connection.Markup, StringComparison.Ordinal));
        Assert.Contains("save it: then it belongs to this environment", connection.Markup, StringComparison.Ordinal);
        certificates.WaitForAssertion(() => Assert.Contains(
            "the data of this console were copied from there", certificates.Markup, StringComparison.Ordinal));
        Assert.Contains(certificates.FindAll("article .chip"), chip => chip.TextContent.Trim() == "Test");
        hub.WaitForAssertion(() => Assert.Contains("This connection belongs to Test", hub.Markup, StringComparison.Ordinal));
        Assert.Contains("Of the other environment.", hub.Markup, StringComparison.Ordinal);
    }

    private static async Task ChooseAsync(IRenderedComponent<IntegrationBoard> page, byte[] file)
    {
        var field = page.FindComponent<TakeInForm>();
        field.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(file, "evidence.json"));
        field.WaitForAssertion(() => Assert.False(field.Find("button[type=submit]").HasAttribute("disabled")));
        await field.Find("form").SubmitAsync();
    }

    private static string Card(IRenderedComponent<IntegrationBoard> page) => page.FindAll("li.path-step")
        .First(card => card.QuerySelector("h2")!.TextContent.Contains("First message sent", StringComparison.Ordinal)).TextContent;

    private IRenderedComponent<IntegrationBoard> OpenWay(Actor actor, bool forHub = false)
    {
        var reader = Reader(actor);
        reader.JSInterop.Mode = JSRuntimeMode.Loose;
        return reader.Render<IntegrationBoard>(parameters => parameters.Add(b => b.NppoId, _nppo).Add(b => b.ForHub, forHub));
    }
}
