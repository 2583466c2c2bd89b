using Ephyto.AdminConsole.Components.Terms;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Outbox;

/// <summary>What a mail is, in the language of the running code.</summary>
internal sealed class KindNames(IStringLocalizer<OutboxText> text, Terms terms)
{
    /// <summary>Its own name, or that of the event whose code it bears; of a kind that is neither, the code.</summary>
    public string Of(string kind)
    {
        var named = text[$"Kind_{kind.Replace('.', '_').Replace('-', '_')}"];
        return named.ResourceNotFound ? terms.Step(kind) : named.Value;
    }
}
