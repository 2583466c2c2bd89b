using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Audit.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Audit.Pages;

/// <summary>One entry as the chain holds it, for the auditor. It never changes, so nothing is listened to.</summary>
public sealed partial class AuditEntryPage
{
    private AuditEntryView? _view;
    private DomainError? _refused;

    [Parameter] public long Sequence { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] internal ViewAuditEntry View { get; set; } = default!;

    [Inject] internal AuditSentences Sentences { get; set; } = default!;

    [Inject] internal ReaderTimeZone Zone { get; set; } = default!;

    [Inject] internal Terms Terms { get; set; } = default!;

    [Inject] internal IStringLocalizer<AuditText> Text { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        var found = await View.HandleAsync(Sequence, await Reader.ToActorAsync(), CancellationToken.None);
        (_refused, _view) = (found.Error, found.IsSuccess ? found.Value : null);
    }
}
