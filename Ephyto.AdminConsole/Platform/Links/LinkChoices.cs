using Ephyto.Domain.Links;

namespace Ephyto.AdminConsole.Platform.Links;

/// <summary>One of the links opened in a browser, as its reader tells it from the others.</summary>
/// <param name="Name">See <see cref="LinkName"/>.</param>
/// <param name="Address">Leads to this link and no other.</param>
internal sealed record LinkChoice(Guid LinkId, string? Name, string Address, DateTime OpenedAt);

/// <summary>Which links of a kind are open in a browser, and what each is about.</summary>
internal sealed class LinkChoices(LinkCookies cookies, LinkRoutes routes, LinkUse links, TimeProvider time)
{
    public async Task<IReadOnlyList<LinkChoice>> ListAsync(HttpContext http, LinkPurpose purpose)
    {
        List<LinkChoice> choices = [];
        foreach (var opened in cookies.Opened(http, purpose))
        {
            if (await links.FindAsync(opened.Id, http.RequestAborted) is not { } link) continue;
            var address = routes.Of(purpose).AddressOf(link, time.GetUtcNow().UtcDateTime);
            choices.Add(new LinkChoice(link.Id, await NameAsync(http, link), address, opened.OpenedAt.UtcDateTime));
        }

        return choices;
    }

    public async Task<string?> NameAsync(HttpContext http, AccessLink link) =>
        routes.Of(link.Purpose).NameOf is { } nameOf ? await nameOf(http.RequestServices, link, http.RequestAborted) : null;
}
