using Bunit;
using Bunit.TestDoubles;
using Ephyto.AdminConsole.Features.Outbox.Pages;
using Ephyto.AdminConsole.Features.Outbox.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace Ephyto.AdminConsole.Tests.Features.Outbox;

/// <summary>The outbox as a list: its orders, and several messages at once.</summary>
public sealed class OutboxListTests : PageTests
{
    [Fact]
    public async Task States_stand_in_the_order_of_the_field()
    {
        await AddEmailsAsync();
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer);

        foreach (var (sort, expected) in new[] { ("state", "Queued,Sent,Failed"), ("-state", "Failed,Sent,Queued"),
            ("to", "Sent,Queued,Failed"), ("nonsense", "Sent,Failed,Queued") })
        {
            var page = (await Host.Get<ListEmails>().HandleAsync(new("listed", null, null, 1, Sort: sort), officer, default)).Value.Page;
            Assert.True(expected == string.Join(',', page.Items.Select(row => row.State)),
                $"{sort}: {string.Join(',', page.Items.Select(row => row.State))}");
        }
    }

    [Fact]
    public async Task The_selected_go_out_again_and_what_cannot_is_named()
    {
        await AddEmailsAsync();
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
        var reader = Reader(officer);
        reader.JSInterop.Mode = JSRuntimeMode.Loose;
        reader.Render<MudPopoverProvider>();
        var dialogs = reader.Render<MudDialogProvider>();
        reader.Services.GetRequiredService<BunitNavigationManager>().NavigateTo("/hub/outbox?search=listed");
        var page = reader.Render<OutboxPage>();
        await page.Find("thead input").ChangeAsync(true);
        Assert.Equal("3 selected", page.Find(".list-bulk [role=status]").TextContent);

        var sending = page.PressAsync("Send again");
        await dialogs.PressAsync("Send again");
        await sending;

        page.WaitForAssertion(() => Assert.Contains("Done: 3.", page.Markup, StringComparison.Ordinal));
        var again = await Host.StoreAsync(db => db.Set<OutgoingEmail>().CountAsync(email => email.ResentAs != null));
        Assert.Equal(2, again);
    }

    private async Task AddEmailsAsync()
    {
        foreach (var (to, change) in new (string, Action<OutgoingEmail>)[]
        {
            ("b.listed@example.org", _ => { }), ("c.listed@example.org", email => email.MarkFailed("550 no such mailbox", Host.Now())),
            ("a.listed@example.org", email => email.MarkSent(Host.Now())),
        })
        {
            var email = Host.Notice(to, $"Listed for {to}");
            change(email);
            await Host.AddAsync(email);
            Host.Time.Advance(TimeSpan.FromSeconds(1));
        }
    }
}
