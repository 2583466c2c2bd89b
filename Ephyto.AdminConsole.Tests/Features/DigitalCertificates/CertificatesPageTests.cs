using Bunit;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Features.DigitalCertificates;
using Ephyto.AdminConsole.Features.DigitalCertificates.Pages;
using Ephyto.AdminConsole.Features.Integration.Components;
using Ephyto.AdminConsole.Features.Integration.UseCases;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.DigitalCertificates;
using Ephyto.Domain.Integration;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Ephyto.AdminConsole.Tests.Features.DigitalCertificates;

/// <summary>The certificates of an organization as its people see them, and as they change before their eyes.</summary>
public sealed class CertificatesPageTests : PageTests
{
    private Guid _nppo;
    private Actor _boss = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        _boss = await Host.ActiveMemberAsync(_nppo, NppoRole.Administrator, "boss@example.org");
    }

    [Fact]
    public async Task What_happens_elsewhere_appears_and_a_viewer_only_reads()
    {
        var viewer = await Host.ActiveMemberAsync(_nppo, NppoRole.Viewer, "viewer@example.org");
        var page = Open<CertificatesPage>(viewer, "/nppo/certificates");
        page.WaitForAssertion(() => Assert.Contains("There is no digital certificate yet", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".page-actions button"));

        var id = await Host.InUseAsync(_nppo, _boss, description: "Abidjan");
        page.WaitForAssertion(() => Assert.Contains(
            page.FindAll("article .chip"), chip => chip.TextContent.Contains("Active", StringComparison.Ordinal)));

        var certificate = await Host.CertificateAsync(id);
        var shown = page.Find("article").TextContent;
        Assert.Contains("Abidjan", shown, StringComparison.Ordinal);
        Assert.Contains(certificate.Facts.SerialNumber, shown, StringComparison.Ordinal);
        Assert.Contains(string.Join(' ', certificate.Facts.Thumbprint.Chunk(4).Select(group => new string(group))), shown,
            StringComparison.Ordinal);
        Assert.Contains("2 March 2027", shown, StringComparison.Ordinal);
        Assert.Contains("(in 1 year)", shown, StringComparison.Ordinal);
        Assert.Contains("Nobody vouches for it but itself", shown, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("article button"));
        Assert.Equal(
            [$"nppo/certificates/{id}/file?nppo={_nppo}", $"nppo/certificates/{id}/expiry.ics?nppo={_nppo}"],
            page.FindAll("article a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task One_that_cannot_be_used_is_called_so_and_not_uploaded_for_its_people_and_for_the_hub()
    {
        using var ended = MadeCertificate.Ec(days: -1, from: -100);
        await Host.UploadAsync(_nppo, _boss, ended);
        var hub = await Host.AppointAsync(HubRole.HubAdministrator);

        var page = Open<CertificatesPage>(_boss, "/nppo/certificates");
        page.WaitForAssertion(() => Assert.Equal("Cannot be used", page.Find("article .chip").TextContent));

        var built = (await Host.Get<ViewIntegration>().HandleAsync(_nppo, hub, default)).Value.Built!;
        var subject = Reader(hub).Render<StepSubject>(parameters => parameters
            .Add(one => one.Step, IntegrationStep.CertificateUploaded).Add(one => one.Built, built));
        Assert.Equal("Cannot be used", subject.Find(".chip").TextContent);
    }

    [Fact]
    public async Task A_file_is_uploaded_activated_in_place_of_another_and_revoked()
    {
        await Host.InUseAsync(_nppo, _boss, description: "Older");
        using var made = MadeCertificate.Ec();
        var reader = Reader(_boss);
        reader.JSInterop.Mode = JSRuntimeMode.Loose;
        reader.Render<MudPopoverProvider>();
        var dialogs = reader.Render<MudDialogProvider>();
        var page = reader.Render<CertificatesPage>();

        await page.WaitForElement(".page-actions button").ClickAsync();
        await page.Find("#certificate-description").InputAsync("Newer");
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(made.RawData, "newer.cer"));
        page.WaitForAssertion(() => Assert.False(page.Find("section form .button-primary").HasAttribute("disabled")));

        // Pressed while another file is still on its way: that one is meant.
        var slow = new SlowFile("newer.cer", made.RawData);
        var chosen = page.InvokeAsync(() => page.FindComponent<FileInput>().Instance.OnChange.InvokeAsync(new([slow])));
        var sent = page.Find("section form").SubmitAsync();
        slow.Arrive();
        await Task.WhenAll(chosen, sent);
        page.WaitForAssertion(() => Assert.Contains("is uploaded", page.Find("[role=status]").TextContent, StringComparison.Ordinal));

        var activating = page.PressAsync("Activate Newer");
        await dialogs.WaitForElement("#dialog-other").ChangeAsync(dialogs.Find("#dialog-other option:last-child").GetAttribute("value"));
        await dialogs.Find("#certificate-question").SubmitAsync();
        await activating;
        page.WaitForAssertion(() => Assert.Contains("“Newer” is active", page.Find("[role=status]").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(
            () => Assert.Equal(["Active", "Replaced"], page.FindAll("article").Select(card => card.QuerySelector(".chip")!.TextContent)));

        var revoking = page.PressAsync("Revoke Newer");
        dialogs.WaitForElement("#dialog-reason");
        await dialogs.Find("#certificate-question").SubmitAsync();
        dialogs.WaitForAssertion(() => Assert.Contains("Choose why the certificate is revoked",
            dialogs.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        await dialogs.Find("#dialog-reason").ChangeAsync(nameof(RevocationReason.Other));
        await dialogs.Find("#certificate-question").SubmitAsync();
        dialogs.WaitForAssertion(
            () => Assert.Contains("Say why the certificate is revoked", dialogs.Find("[role=alert]").TextContent,
                StringComparison.Ordinal));
        await dialogs.Find("#dialog-words").InputAsync("The server was sold");
        await dialogs.Find("#certificate-question").SubmitAsync();
        await revoking;
        page.WaitForAssertion(() => Assert.Contains("The server was sold", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_two_connections_each_has_its_own_part_and_an_upload_says_whose_it_is()
    {
        var first = await Host.ConnectAsync(_nppo, _boss);
        var second = await Host.ConnectAsync(_nppo, _boss);
        await Host.InUseAsync(_nppo, _boss, description: "Older", connection: first);
        using var made = MadeCertificate.Ec();
        var reader = Reader(_boss);
        reader.JSInterop.Mode = JSRuntimeMode.Loose;
        reader.Render<MudPopoverProvider>();
        var dialogs = reader.Render<MudDialogProvider>();
        var page = reader.Render<CertificatesPage>();
        page.WaitForAssertion(() => Assert.Contains("This connection has no digital certificate yet",
            page.Find("[aria-labelledby=open-certificatesCI2]").TextContent, StringComparison.Ordinal));
        Assert.Contains("Older", page.Find("[aria-labelledby=open-certificatesCI]").TextContent, StringComparison.Ordinal);
        await page.Find("#commands-connection").ChangeAsync("CI2");
        Assert.Contains("CN=ePhyto CI2", page.Find("pre").TextContent, StringComparison.Ordinal);

        await page.Find(".page-actions button").ClickAsync();
        await page.Find("#certificate-description").InputAsync("Second");
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(made.RawData, "second.cer"));
        page.WaitForAssertion(() => Assert.False(page.Find("section form .button-primary").HasAttribute("disabled")));
        await page.Find("section form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Choose the connection", page.Find("#certificate-connection-error").TextContent,
            StringComparison.Ordinal));
        await page.Find("#certificate-connection").ChangeAsync(second.ToString());
        await page.Find("section form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Second", page.Find("[aria-labelledby=open-certificatesCI2]").TextContent,
            StringComparison.Ordinal));

        var moving = page.PressAsync("Move to another connection Second");
        Assert.Equal(["CI"], dialogs.WaitForElement("#dialog-connection").Children.Select(option => option.TextContent));
        await dialogs.Find("#certificate-question").SubmitAsync();
        await moving;
        page.WaitForAssertion(() => Assert.Contains("Second", page.Find("[aria-labelledby=open-certificatesCI]").TextContent,
            StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_private_key_is_refused_with_what_to_do_and_the_words_typed_stay()
    {
        var page = Open<CertificatesPage>(_boss, "/nppo/certificates");
        await page.WaitForElement(".page-actions button").ClickAsync();
        await page.Find("#certificate-description").InputAsync("Server");
        page.FindComponent<InputFile>()
            .UploadFiles(InputFileContent.CreateFromText("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----", "key.pem"));
        page.WaitForAssertion(() => Assert.False(page.Find("section form .button-primary").HasAttribute("disabled")));

        await page.Find("section form").SubmitAsync();

        page.WaitForAssertion(
            () => Assert.Contains("no longer be trusted: it must not be used", page.Find("#certificate-file-error").TextContent,
                StringComparison.Ordinal));
        Assert.Equal("Server", page.Find("#certificate-description").GetAttribute("value"));
    }

    [Fact]
    public async Task What_blocks_is_shown_and_there_is_no_button_to_activate()
    {
        using var small = MadeCertificate.Rsa(1024);
        await Host.UploadAsync(_nppo, _boss, small);

        var page = Open<CertificatesPage>(_boss, "/nppo/certificates");

        page.WaitForAssertion(
            () => Assert.Contains("The RSA key has 1024 bits", page.Find(".findings").TextContent, StringComparison.Ordinal));
        Assert.Contains("Blocking", page.Find(".findings .chip").TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Find("[aria-labelledby=unfit-certificates] article"));
        Assert.Empty(page.FindAll("[aria-labelledby=open-certificates] article"));
        Assert.DoesNotContain(page.FindAll("article button"),
            button => button.TextContent.StartsWith("Activate", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_command_lines_are_those_of_the_readers_organization_and_usage_in_the_readers_language()
    {
        ReadIn("fr");
        var page = Open<CertificatesPage>(_boss, "/nppo/certificates");
        page.WaitForAssertion(
            () => Assert.Contains("/C=CI/O=Direction de la protection des végétaux/CN=ePhyto CI", page.FindAll("pre")[0].TextContent,
                StringComparison.Ordinal));
        Assert.Contains("Windows\u00a0: certificat autosigné", page.Markup, StringComparison.Ordinal);

        await page.Find("#commands-usage").ChangeAsync(nameof(CertificateUsage.Signing));

        Assert.All(page.FindAll("pre"), block => Assert.DoesNotContain("clientAuth", block.TextContent, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Offered.Languages), MemberType = typeof(Offered))]
    public void Every_finding_has_a_sentence(string language)
    {
        using var reader = CultureScope.Enter(language);
        var own = Host.Get<IStringLocalizer<CertificatesText>>().GetAllStrings(includeParentCultures: language == "en")
            .Select(text => text.Name).ToHashSet();

        Assert.Superset(Enum.GetNames<FindingCode>().Select(code => $"Finding_{code}").ToHashSet(), own);
    }
}
