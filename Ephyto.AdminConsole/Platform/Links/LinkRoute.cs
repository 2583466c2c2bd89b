using Ephyto.Domain.Links;

namespace Ephyto.AdminConsole.Platform.Links;

/// <summary>The language of whoever a link was sent to, as a two-letter code; null where it is not known.</summary>
internal delegate Task<string?> LinkLanguage(IServiceProvider services, AccessLink link, CancellationToken ct);

/// <summary>Where the links of a purpose lead: mails carry <c>{Path}/{secret}</c>, the page lies at <c>{Path}</c>.</summary>
/// <param name="ExplainsRevoked">The page itself says what became of the matter of a revoked link.</param>
internal sealed record LinkRoute(LinkPurpose Purpose, string Path, LinkLanguage? LanguageOf, bool ExplainsRevoked)
{
    /// <summary>A used link still shows the outcome to its holder; the page itself offers no action then.</summary>
    public bool LeadsToPage(LinkState state) => state is LinkState.Open or LinkState.Used || (ExplainsRevoked && state == LinkState.Revoked);
}

/// <summary>Sends a new link to the holder of one that no longer works, if there is still something to open. Contributed by slices.</summary>
internal interface ILinkRenewal
{
    LinkPurpose Purpose { get; }

    /// <summary>Does nothing where nothing is open: the caller says the same in either case.</summary>
    Task RenewAsync(AccessLink link, CancellationToken ct);
}
