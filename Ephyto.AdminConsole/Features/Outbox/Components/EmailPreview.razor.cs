using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Features.Outbox.UseCases;
using Ephyto.Domain.Notifications;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Outbox.Components;

/// <summary>An e-mail as its reader sees it, but for the secret, and with links that lead nowhere.</summary>
public sealed partial class EmailPreview
{
    [Parameter, EditorRequired] public EmailView View { get; set; } = default!;

    [Inject] private IStringLocalizer<OutboxText> Text { get; set; } = default!;

    private string Html => Address().Replace(Shown(View.Html), "${before}${after}");

    private string Shown(string body) => body.Replace(OutgoingEmail.SecretPlaceholder, Text["SecretHidden"], StringComparison.Ordinal);

    // Razor writes every attribute in double quotes, and every quotation mark within one as an entity.
    [GeneratedRegex("""(?<before><a\b[^>]*?)\s+href="[^"]*"(?<after>[^>]*>)""", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
