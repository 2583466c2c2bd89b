using Ephyto.AdminConsole.Features.Registrations.UseCases;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Registrations;
using Microsoft.AspNetCore.Components;

namespace Ephyto.AdminConsole.Features.Registrations.Components;

/// <summary>Base of what the holder of a link looks at: loads the registration, and again whenever it changes.</summary>
public abstract class LinkView : ComponentBase
{
    private static readonly DomainError[] KnownProblems =
    [
        RegistrationErrors.NotPossibleNow, RegistrationErrors.NotYours, RegistrationErrors.WordsNeeded, RegistrationErrors.ReasonNeeded,
        RegistrationErrors.ResentRecently, Domain.Access.AccessErrors.ChangedMeanwhile, Platform.Links.LinkErrors.NotUsable,
    ];

    [Parameter, EditorRequired] public Guid LinkId { get; set; }

    /// <summary>The code of a refusal that the address carries back to this page.</summary>
    [Parameter] public string? Problem { get; set; }

    [Inject] internal ViewRegistration Query { get; set; } = null!;

    private protected RegistrationView? View { get; private set; }

    private protected DomainError? Refusal => KnownProblems.FirstOrDefault(known => known.Code == Problem);

    private protected abstract LinkPurpose Purpose { get; }

    protected override Task OnInitializedAsync() => LoadAsync();

    private protected async Task LoadAsync()
    {
        var result = await Query.HandleAsync(LinkId, Purpose, CancellationToken.None);
        View = result.IsSuccess ? result.Value : null;
    }
}
