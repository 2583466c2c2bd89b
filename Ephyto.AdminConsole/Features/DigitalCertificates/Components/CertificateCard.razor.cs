using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.DigitalCertificates.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.DigitalCertificates;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Ephyto.AdminConsole.Features.DigitalCertificates.Components;

/// <summary>One certificate: its state, what stands in it, what the check found, and what can be done with it.</summary>
public sealed partial class CertificateCard
{
    [Parameter, EditorRequired] public CertificateItem Item { get; set; } = default!;

    /// <summary>The other certificates of the organization that are in use.</summary>
    [Parameter] public IReadOnlyList<DigitalCertificate> InUse { get; set; } = [];

    /// <summary>Of the organization.</summary>
    [Parameter] public IReadOnlyList<ConnectionRef> Connections { get; set; } = [];

    /// <summary>The environment of the console.</summary>
    [Parameter] public HubEnvironment Here { get; set; }

    [Parameter] public bool MayEdit { get; set; }

    /// <summary>With what was done, in a sentence.</summary>
    [Parameter] public EventCallback<string> OnDone { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] internal ActivateCertificate Activate { get; set; } = default!;

    [Inject] internal SupersedeCertificate Supersede { get; set; } = default!;

    [Inject] internal AssignCertificate Assign { get; set; } = default!;

    [Inject] internal RevokeCertificate Revoke { get; set; } = default!;

    [Inject] internal IDialogService Dialogs { get; set; } = default!;

    [Inject] internal Terms Terms { get; set; } = default!;

    [Inject] internal IStringLocalizer<CertificatesText> Text { get; set; } = default!;

    private DigitalCertificate C => Item.Certificate;

    private List<DigitalCertificate> Successors =>
        [.. InUse.Where(other => other.Id != C.Id && other.Usage == C.Usage && other.ConnectionId == C.ConnectionId)];

    private List<ConnectionRef> OtherConnections => [.. Connections.Where(other => other.Id != C.ConnectionId)];

    private string KeyWords =>
        C.Facts.KeyBits > 0 ? Text["KeyBits", Terms.Of(C.Facts.KeyKind), C.Facts.KeyBits] : Terms.Of(C.Facts.KeyKind);

    private string Address(string what) => $"nppo/certificates/{C.Id}/{what}?nppo={C.NppoId}";

    private async Task ActivateAsync()
    {
        var (certificate, actor) = (C, await Reader.ToActorAsync());
        await AskAsync(
            new(
                Text["ActivateTitle"], Text[Successors.Count > 0 ? "ActivateMeaningBeside" : "ActivateMeaning", C.Description],
                Text["Activate"], certificate,
                async answer =>
                    (await Activate.HandleAsync(new(certificate.NppoId, certificate.Id, answer.OtherId), actor,
                        CancellationToken.None)).Error)
            {
                Others = Successors,
                OthersLabel = Text["Replaces"],
                NoneLabel = Text["ReplacesNone"],
            },
            Text["Activated", C.Description]);
    }

    private async Task SupersedeAsync()
    {
        var (certificate, actor) = (C, await Reader.ToActorAsync());
        await AskAsync(
            new(
                Text["SupersedeTitle"], Text["SupersedeMeaning", C.Description], Text["Supersede"], certificate,
                async answer =>
                    (await Supersede.HandleAsync(new(certificate.NppoId, certificate.Id, answer.OtherId ?? Guid.Empty), actor,
                        CancellationToken.None)).Error)
            {
                Others = Successors,
                OthersLabel = Text["ReplacedBy"],
            },
            Text["Superseded", C.Description]);
    }

    private async Task AssignAsync()
    {
        var (certificate, actor) = (C, await Reader.ToActorAsync());
        await AskAsync(
            new(
                Text["AssignTitle"], Text["AssignMeaning", C.Description], Text["AssignLabel"], certificate,
                async answer =>
                    (await Assign.HandleAsync(new(
                        certificate.NppoId, certificate.Id, certificate.ConnectionId, answer.ConnectionId ?? Guid.Empty), actor,
                        CancellationToken.None)).Error)
            {
                Connections = OtherConnections,
            },
            Text["Assigned", C.Description]);
    }

    private async Task RevokeAsync()
    {
        var (certificate, actor) = (C, await Reader.ToActorAsync());
        await AskAsync(
            new(
                Text["RevokeTitle"], Text["RevokeMeaning", C.Description], Text["Revoke"], certificate,
                async answer =>
                    (await Revoke.HandleAsync(new(certificate.NppoId, certificate.Id, answer.Reason, answer.Words), actor,
                        CancellationToken.None)).Error)
            {
                AsksReason = true,
                Dangerous = true,
            },
            Text["Revoked", C.Description]);
    }

    private async Task AskAsync(CertificateQuestion question, string done)
    {
        var parameters = new DialogParameters<CertificateDialog> { { dialog => dialog.Question, question } };
        var answer = await Dialogs.AskAsync<CertificateDialog>(question.Title, parameters);
        if (answer is { Canceled: false }) await OnDone.InvokeAsync(done);
    }
}
