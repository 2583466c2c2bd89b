using Bunit;
using Ephyto.AdminConsole.Features.DigitalCertificates.Pages;
using Ephyto.AdminConsole.Features.DigitalCertificates.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.DigitalCertificates;
using MudBlazor;

namespace Ephyto.AdminConsole.Tests.Features.DigitalCertificates;

/// <summary>Two people of one organization act on the same certificate.</summary>
public sealed class OvertakenCertificateTests : PageTests
{
    [Fact]
    public async Task The_dialog_says_who_was_faster_and_keeps_the_words()
    {
        var nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        var boss = await Host.ActiveMemberAsync(nppo, NppoRole.Administrator, "boss@example.org");
        var faster = await Host.ActiveMemberAsync(nppo, NppoRole.Administrator, "quick.colleague@example.org");
        var id = await Host.InUseAsync(nppo, boss, description: "Abidjan");
        var reader = Reader(boss);
        reader.JSInterop.Mode = JSRuntimeMode.Loose;
        reader.Render<MudPopoverProvider>();
        var dialogs = reader.Render<MudDialogProvider>();
        var page = reader.Render<CertificatesPage>();
        var revoking = page.WaitForElements("article button")
            .First(button => button.TextContent.Trim().StartsWith("Revoke", StringComparison.Ordinal)).ClickAsync();
        await dialogs.WaitForElement("#dialog-reason").ChangeAsync(nameof(RevocationReason.Other));
        await dialogs.Find("#dialog-words").InputAsync("The server was sold");
        Assert.True(
            (await Host.Get<RevokeCertificate>()
                .HandleAsync(new(nppo, id, RevocationReason.Other, "The key was copied"), faster, default)).IsSuccess);

        await dialogs.Find("#certificate-question").SubmitAsync();

        dialogs.WaitForAssertion(
            () => Assert.Contains("quick.colleague", dialogs.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Contains("Now:", dialogs.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.False(revoking.IsCompleted);
        Assert.Equal("The server was sold", dialogs.Find("#dialog-words").GetAttribute("value"));
    }
}
