using System.Diagnostics.CodeAnalysis;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Platform.Emails;

/// <summary>A kind of e-mail the console writes. The store, the events and the log know it by its code alone.</summary>
internal sealed record EmailKind
{
    private EmailKind(string code, Type? renewal) => (Code, Renewal) = (code, renewal);

    /// <summary>
    /// Stable name, such as <c>registration.contact-point-request</c>; where the e-mail tells of one event, that event's code.
    /// </summary>
    public string Code { get; }

    /// <summary>The <see cref="IEmailRenewal"/> that writes it anew, with a new link; null where there is no link in it.</summary>
    public Type? Renewal { get; }

    /// <summary>Whether its reader may get a secret link with it, by which they act.</summary>
    public bool CarriesLink => Renewal is not null;

    [return: NotNullIfNotNull(nameof(kind))]
    public static implicit operator string?(EmailKind? kind) => kind?.Code;

    public static EmailKind Plain(string code) => new(code, null);

    /// <summary>The kind of an e-mail that tells of an event, under the event's own code.</summary>
    public static EmailKind Of(DomainEvent happened) => Plain(happened.Code);

    /// <summary>Who writes a link says at once how the e-mail is renewed: the link in an e-mail that was sent is erased.</summary>
    public static EmailKind WithLink<TRenewal>(string code)
        where TRenewal : class, IEmailRenewal => new(code, typeof(TRenewal));

    public override string ToString() => Code;
}
