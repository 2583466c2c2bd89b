using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.Domain.Common;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Platform.Email;

/// <summary>What stands around every mail, in the language of the running code.</summary>
internal sealed record EmailFrame(
    Language Language, string ConsoleName, string? TestMark, string Footer, string FactLine, string LinkInClear)
{
    public static EmailFrame Create(IStringLocalizer<EmailTexts> texts, HubOptions hub) => new(
        Languages.Current,
        texts["ConsoleName"].Value,
        hub.IsProduction ? null : texts["TestMark"].Value,
        texts["Footer", hub.PublicAddress!.Authority].Value,
        texts["FactLine"].Value,
        texts["LinkInClear"].Value);
}
