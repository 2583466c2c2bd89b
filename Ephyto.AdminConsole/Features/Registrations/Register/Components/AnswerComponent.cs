using Ephyto.AdminConsole.Components.Terms;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Registrations.Register.Components;

/// <summary>One question of the form, tied to its answer in the wizard.</summary>
public abstract class AnswerComponent : ComponentBase
{
    [Parameter, EditorRequired]
    public RegisterField Field { get; set; }

    [CascadingParameter]
    internal RegisterWizard Wizard { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<RegisterText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<FieldNames> Names { get; set; } = default!;

    internal RegisterQuestion Question => RegisterQuestions.Of(Field);

    protected string Name => Field.ToString();

    /// <summary>In words of the form's own where it has some, else as everywhere.</summary>
    protected string Label => Text.LabelOf(Name, Names);

    protected string Value => Wizard.Form[Field];

    protected string? HintText => Question.Hint is { } hint ? Text[hint].Value : null;

    protected string? Error => Wizard.FaultOf(Field) is { } fault ? Text[fault.Sentence, fault.Argument ?? ""].Value : null;

    protected string Needed => Question.IsOptional ? "false" : "true";

    protected void Type(string? typed) => Wizard.Set(Field, typed ?? "");

    protected void Leave() => Wizard.Leave(Field);
}
