using Ephyto.Domain.Links;

namespace Ephyto.AdminConsole.Platform.Links;

/// <summary>One of the links opened in a browser, as its reader tells it from the others.</summary>
/// <param name="Name">See <see cref="LinkName"/>.</param>
/// <param name="Address">Leads to this link and no other.</param>
internal sealed record LinkChoice(Guid LinkId, string? Name, string Address, DateTime OpenedAt);

/// <summary>Which links of a kind are open in a browser, which of them a request is about, and what each is called.</summary>
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

    /// <summary>
    /// The link of the purpose that this request is about, and how it stands; null as in <see cref="LinkCookies.Recall"/>.
    /// </summary>
    public async Task<(AccessLink Link, LinkState State)?> FindAsync(HttpContext http, LinkPurpose purpose) =>
        Recall(http, purpose) is { } id && await links.FindAsync(id, http.RequestAborted) is { } link
            ? (link, link.StateAt(time.GetUtcNow().UtcDateTime)) : null;

    public Guid? Recall(HttpContext http, LinkPurpose purpose) => cookies.Recall(http, purpose);

    /// <summary>After its act a link opens nothing in this browser any more.</summary>
    public void Forget(HttpContext http, Guid linkId) => cookies.Forget(http, linkId);

    /// <summary>The page of the link anew, or the one that says how the link ended.</summary>
    public string AddressOf(LinkPurpose purpose, Guid linkId) => LinkHandle.Address(routes.Of(purpose).Path, linkId);

    public async Task<string?> NameAsync(HttpContext http, Guid linkId) =>
        await links.FindAsync(linkId, http.RequestAborted) is { } link ? await NameAsync(http, link) : null;

    public async Task<string?> NameAsync(HttpContext http, AccessLink link) =>
        routes.Of(link.Purpose).NameOf is { } nameOf ? await nameOf(http.RequestServices, link, http.RequestAborted) : null;
}
