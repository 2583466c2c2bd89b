using Ephyto.AdminConsole.Components.Live;
using Ephyto.AdminConsole.Features.Registrations.UseCases;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Registrations;
using Microsoft.AspNetCore.Components;

namespace Ephyto.AdminConsole.Features.Registrations.Components;

/// <summary>Base of what the holder of a link looks at: loads the registration, and again whenever it changes.</summary>
public abstract class LinkView : LiveBoard
{
    private static readonly DomainError[] KnownProblems =
    [
        RegistrationErrors.NotPossibleNow, RegistrationErrors.NotYours, RegistrationErrors.WordsNeeded, RegistrationErrors.WordsTooLong,
        RegistrationErrors.ReasonNeeded,
        RegistrationErrors.ResentRecently, RegistrationErrors.SentAlready, Domain.Access.AccessErrors.ChangedMeanwhile,
        Platform.Links.LinkErrors.NotUsable, Ephyto.Domain.Notifications.EmailErrors.TooMany,
        Domain.Access.AccessErrors.Busy,
    ];

    [Parameter, EditorRequired] public Guid LinkId { get; set; }

    /// <summary>The code of a refusal that the address carries back to this page.</summary>
    [Parameter] public string? Problem { get; set; }

    /// <summary>What was typed into the form that was refused.</summary>
    [Parameter] public string? Words { get; set; }

    /// <summary>What is shown, where it was loaded before the page.</summary>
    [Parameter] public RegistrationView? Ready { get; set; }

    [Inject] internal ViewRegistration Query { get; set; } = null!;

    private protected RegistrationView? View { get; private set; }

    /// <summary>Why there is no view.</summary>
    private protected DomainError? Gone { get; private set; }

    private protected DomainError? Refusal => KnownProblems.FirstOrDefault(known => known.Code == Problem);

    private protected abstract LinkPurpose Purpose { get; }

    private protected override IReadOnlyList<LiveTopic> Topics =>
        View is { } view ? [new(SubjectKinds.Registration, view.Registration.Id)] : [];

    private protected override Reading Asks => Reading.Of(
        LinkId,
        (link, _, cancellation) => Query.HandleAsync(link, Purpose, cancellation),
        found => (View, Gone) = (found.IsSuccess ? found.Value : null, found.Error));

    protected override Task OnParametersSetAsync()
    {
        if (Ready is null) return base.OnParametersSetAsync();
        View ??= Ready;
        return Task.CompletedTask;
    }
}
