using Ephyto.Domain.Links;

namespace Ephyto.AdminConsole.Platform.Links;

/// <summary>The language of whoever a link was sent to, as a two-letter code; null where it is not known.</summary>
internal delegate Task<string?> LinkLanguage(IServiceProvider services, AccessLink link, CancellationToken ct);

/// <summary>Where the links of a purpose lead: mails carry <c>{Path}/{secret}</c>, the page lies at <c>{Path}</c>.</summary>
internal sealed record LinkRoute(LinkPurpose Purpose, string Path, LinkLanguage? LanguageOf);

/// <summary>Sends a new link to the holder of one that no longer works, if there is still something to open. Contributed by slices.</summary>
internal interface ILinkRenewal
{
    LinkPurpose Purpose { get; }

    /// <summary>Does nothing where nothing is open: the caller says the same in either case.</summary>
    Task RenewAsync(AccessLink link, CancellationToken ct);
}
