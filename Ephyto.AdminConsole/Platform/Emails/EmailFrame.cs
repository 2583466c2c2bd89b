using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.Domain.Common;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Platform.Emails;

/// <summary>What stands around every e-mail, in the language of the running code.</summary>
internal sealed record EmailFrame(
    Language Language, string ConsoleName, string? TestMark, string Footer, string FactLine, string LinkInClear)
{
    public static EmailFrame Create(IStringLocalizer<EmailText> texts, HubOptions hub) => new(
        Languages.Current,
        texts["ConsoleName"].Value,
        hub.IsProduction ? null : texts["TestMark"].Value,
        texts["Footer", hub.PublicAddress!.Authority].Value,
        texts["FactLine"].Value,
        texts["LinkInClear"].Value);
}
