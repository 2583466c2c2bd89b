using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Registrations.Register.Components;

/// <summary>One question of the form, tied to its answer in the wizard.</summary>
public abstract class AnswerComponent : ComponentBase
{
    [Parameter, EditorRequired]
    public RegisterField Field { get; set; }

    /// <summary>Key of the hint; null where the label says it all.</summary>
    [Parameter]
    public string? Hint { get; set; }

    [CascadingParameter]
    internal RegisterWizard Wizard { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<RegisterText> Text { get; set; } = default!;

    protected string Name => Field.ToString();

    protected string Value => Wizard.Form[Field];

    protected string? HintText => Hint is null ? null : Text[Hint].Value;

    protected string? Error => Wizard.FaultOf(Field) is { } fault ? Text[fault.Sentence, fault.Argument ?? ""].Value : null;

    protected string Needed => RegisterRules.IsOptional(Field) ? "false" : "true";

    protected void Type(string? typed) => Wizard.Set(Field, typed ?? "");

    protected void Leave() => Wizard.Leave(Field);
}
