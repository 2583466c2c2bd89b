using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Emails.Delivery;
using Ephyto.Domain.Notifications;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Platform.Emails.Mailbox;

/// <summary>One e-mail, read from its file, so that what is shown is what was sent.</summary>
public sealed partial class MailboxEmail
{
    private OutgoingEmail? _email;
    private FiledEmail? _filed;
    private string? _page;

    [Parameter, EditorRequired]
    public Guid Id { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    [Inject]
    private IStringLocalizer<MailboxText> Text { get; set; } = default!;

    [Inject]
    private IDbContextFactory<ConsoleDbContext> Store { get; set; } = default!;

    [Inject]
    private IOptions<StorageOptions> Storage { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        await using var db = await Store.CreateDbContextAsync();
        _email = await db.Set<OutgoingEmail>().AsNoTracking().SingleOrDefaultAsync(email => email.Id == Id);
        if (_email is null && Http is not null) Http.Response.StatusCode = StatusCodes.Status404NotFound;
        if (MailboxFiles.Find(Storage.Value, Id) is not { } file)
        {
            return;
        }

        _filed = await MimeMessages.ReadAsync(file);
        // The one thing added: its links open in this tab, as they would from a mail program.
        _page = FirstHead().Replace(_filed.Html, "<head><base target=\"_top\">", 1);
    }

    private static RenderFragment Linked(string text) => builder =>
    {
        var end = 0;
        foreach (Match address in Address().Matches(text))
        {
            builder.AddContent(0, text[end..address.Index]);
            builder.OpenElement(1, "a");
            builder.AddAttribute(2, "href", address.Value);
            builder.AddAttribute(3, "data-testid", "mail-link");
            builder.AddContent(4, address.Value);
            builder.CloseElement();
            end = address.Index + address.Length;
        }

        builder.AddContent(5, text[end..]);
    };

    [GeneratedRegex("<head>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex FirstHead();

    [GeneratedRegex(@"https?://\S+", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
