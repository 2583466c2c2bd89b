using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Registrations;

namespace Ephyto.Domain.Serving;

/// <summary>
/// One connection exchanges for one country that is not its organization's own: the organization names the country, its official contact
/// point confirms, and either side ends it. The country keeps its contact point, its letters and its history.
/// </summary>
public sealed partial class ServedCountry : AggregateRoot
{
    /// <summary>Between two messages that the organization has sent by hand.</summary>
    public static readonly TimeSpan PauseOfAsking = TimeSpan.FromMinutes(1);

    /// <summary>After a contact point has declined, before the same organization asks it once more.</summary>
    public const int DaysAfterDeclined = 30;

    /// <summary>
    /// So many contact points one organization asks within a day, and so many of its questions wait for an answer at a time: more than
    /// the largest union has members.
    /// </summary>
    public const int MostAsked = 30;

    private ServedCountry()
    {
    }

    /// <summary>The organization whose connection it is.</summary>
    public Guid NppoId { get; private set; }

    public Guid ConnectionId { get; private set; }

    public string ConnectionCode { get; private set; } = "";

    public string CountryCode { get; private set; } = "";

    /// <summary>The country while it is asked for or served, else null: unique in the store, so one connection serves it.</summary>
    public string? OpenCountryCode { get; private set; }

    /// <summary>The organization of the served country, as it was known at the last act; null where none was a member.</summary>
    public Guid? ServedNppoId { get; private set; }

    public ServingState State { get; private set; }

    public DateTime StateSince { get; private set; }

    /// <summary>The account that asked last.</summary>
    public Guid AskedBy { get; private set; }

    public DateTime AskedAt { get; private set; }

    /// <summary>The entry of the directory that was written to last.</summary>
    public Guid ContactPointId { get; private set; }

    public DateTime? ConfirmedAt { get; private set; }

    /// <summary>When the contact point agreed, after it had confirmed, to more than before; null where it never did.</summary>
    public DateTime? AgreedAt { get; private set; }

    /// <summary>
    /// What the contact point has agreed to that the connection does; null until it has confirmed, and where it did so before this was
    /// kept: whatever the connection did then counts.
    /// </summary>
    public ServedExchange? Agreed =>
        AgreedSends is { } sends && AgreedReceives is { } receives ? new(sends, receives) : null;

    public bool? AgreedSends { get; private set; }

    public bool? AgreedReceives { get; private set; }

    /// <summary>Whether the address of who confirmed it was that of the person who asked.</summary>
    public bool SelfConfirmed { get; private set; }

    /// <summary>The first day on which the country is no longer served; null where no notice was given.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>Who took it back, gave notice, or ended it.</summary>
    public ServingSide? EndedBy { get; private set; }

    /// <summary>Why it was declined or is ended, in the words of who did it.</summary>
    public string? Words { get; private set; }

    public bool IsOpen => OpenCountryCode is not null;

    /// <summary>Whether the contact point has agreed and it goes on.</summary>
    public bool Serves => State is ServingState.Confirmed or ServingState.Ending;

    /// <param name="serving">Which connection.</param>
    /// <param name="countryCode">A country of the directory.</param>
    /// <param name="servedNppoId">Its organization, where one is a member.</param>
    /// <param name="contact">What the directory has for the country now.</param>
    /// <param name="by">An account of the serving organization.</param>
    /// <param name="now">UTC.</param>
    public static Result<ServedCountry> Ask(
        ServingConnection serving, string countryCode, Guid? servedNppoId, ContactPoint? contact, Guid by, DateTime now)
    {
        if (!serving.IsSet) return ServingErrors.ConnectionNotSet;
        if (countryCode == serving.CountryCode) return ServingErrors.Itself;
        if (!CanAnswer(contact)) return ServingErrors.NoOfficialContact;

        var asked = new ServedCountry
        {
            Id = Guid.CreateVersion7(),
            NppoId = serving.NppoId,
            ConnectionId = serving.Connection.Id,
            ConnectionCode = serving.Connection.Code,
            CountryCode = countryCode,
            OpenCountryCode = countryCode,
            ServedNppoId = servedNppoId,
            StateSince = now,
            AskedAt = now,
        };
        asked.Put(contact!, by, Actor.User(by), now);
        return asked;
    }

    /// <summary>The first day on which an organization may ask a country again that has declined.</summary>
    /// <param name="declinedAt">UTC.</param>
    public static DateOnly AskableFrom(DateTime declinedAt) => DateOnly.FromDateTime(declinedAt).AddDays(DaysAfterDeclined);

    /// <summary>Whether the contact point was written to a moment ago: the next message would end the link of that one unread.</summary>
    public bool IsAskedRecently(DateTime now) => now - AskedAt < PauseOfAsking;

    /// <summary>The message to the contact point is sent once more.</summary>
    public Result AskAgain(ContactPoint? contact, Guid by, DateTime now)
    {
        if (State != ServingState.Asked) return ServingErrors.NotPossibleNow;
        if (IsAskedRecently(now)) return ServingErrors.AskedRecently;
        if (!CanAnswer(contact)) return ServingErrors.NoOfficialContact;
        Put(contact!, by, Actor.User(by), now);
        return Result.Success();
    }

    /// <summary>The same, because the contact point or somebody of the hub wants a new link.</summary>
    public Result Renew(ContactPoint? contact, Actor actor, DateTime now)
    {
        if (State != ServingState.Asked) return ServingErrors.NotPossibleNow;
        if (!CanAnswer(contact)) return ServingErrors.NoOfficialContact;
        Put(contact!, AskedBy, actor, now);
        return Result.Success();
    }

    /// <summary>The directory has another contact point for the country: from now on that one answers, or ends it.</summary>
    public void ContactChanged(ContactPoint contact, Actor actor, DateTime now)
    {
        if (State == ServingState.Asked && CanAnswer(contact)) Put(contact, AskedBy, actor, now);
        else if (Serves)
        {
            ContactPointId = contact.Id;
            Raise(new ServingContactTold(Id, NppoId, ServedNppoId, CountryCode, ConnectionCode, contact.Id, actor, now));
        }
    }

    /// <summary>An organization of the served country has become a member, or has ceased to be one.</summary>
    public void Concerns(Guid? servedNppoId) => ServedNppoId = servedNppoId;

    /// <summary>What the connection does for the country once nothing but what was agreed counts.</summary>
    /// <param name="now">What it does.</param>
    public ServedExchange Counted(ServedExchange now) =>
        Agreed is { } agreed ? new(now.Sends && agreed.Sends, now.Receives && agreed.Receives) : now;

    /// <summary>Whether the contact point has yet to agree to a part of what the connection does.</summary>
    /// <param name="now">What it does.</param>
    public bool AsksMore(ServedExchange now) => Serves && Counted(now) != now;

    /// <summary>The connection does more than was agreed: the contact point agrees to what it does now.</summary>
    /// <param name="contact">Who answers.</param>
    /// <param name="read">What the connection does, as the contact point has read it.</param>
    /// <param name="now">UTC.</param>
    public Result Agree(ContactPoint contact, ServedExchange read, DateTime now)
    {
        if (!AsksMore(read)) return ServingErrors.NotPossibleNow;
        if (!CanAnswer(contact)) return ServingErrors.NoOfficialContact;

        var before = Agreed!;
        (AgreedSends, AgreedReceives, AgreedAt) = (read.Sends, read.Receives, now);
        Knows(read);
        Raise(new ServingExchangeAgreed(
            Id, NppoId, ServedNppoId, CountryCode, ConnectionCode, before, read, Actor.ContactPoint(contact.Id), now));
        return Result.Success();
    }

    /// <param name="contact">Who answers.</param>
    /// <param name="read">What the connection does, as the contact point has read it.</param>
    /// <param name="isAsker">Whether its address is that of the person who asked last.</param>
    /// <param name="rule">What the hub says to that.</param>
    /// <param name="now">UTC.</param>
    public Result Confirm(ContactPoint contact, ServedExchange read, bool isAsker, SelfConfirmationRule rule, DateTime now)
    {
        if (State != ServingState.Asked) return ServingErrors.NotPossibleNow;
        if (!CanAnswer(contact)) return ServingErrors.NoOfficialContact;
        if (isAsker && rule != SelfConfirmationRule.Allow) return ServingErrors.SelfConfirmation;

        (ConfirmedAt, SelfConfirmed, AgreedSends, AgreedReceives) = (now, isAsker, read.Sends, read.Receives);
        Knows(read);
        Become(ServingState.Confirmed, now);
        Raise(new ServingConfirmed(
            Id, NppoId, ServedNppoId, CountryCode, ConnectionCode, isAsker, Actor.ContactPoint(contact.Id), now));
        return Result.Success();
    }

    public Result Decline(ContactPoint contact, string? words, DateTime now)
    {
        if (State != ServingState.Asked) return ServingErrors.NotPossibleNow;
        if (FreeText.Clean(words) is not { } said) return ServingErrors.ReasonNeeded;

        Words = said;
        Become(ServingState.Declined, now);
        Raise(new ServingDeclined(Id, NppoId, ServedNppoId, CountryCode, ConnectionCode, Actor.ContactPoint(contact.Id), now));
        return Result.Success();
    }

    /// <summary>Who must be asked: only the official contact point of a contracting party confirms alone.</summary>
    public static bool CanAnswer(ContactPoint? contact) =>
        contact is { MayConfirmAlone: true } && EmailAddress.TryParse(contact.Details.Email) is not null;

    private void Put(ContactPoint contact, Guid by, Actor actor, DateTime now)
    {
        (ContactPointId, AskedBy, AskedAt) = (contact.Id, by, now);
        Raise(new ServingAsked(Id, NppoId, ServedNppoId, CountryCode, ConnectionCode, contact.Id, actor, now));
    }

    private void Become(ServingState state, DateTime now)
    {
        (State, StateSince) = (state, now);
        if (state is ServingState.Declined or ServingState.Withdrawn or ServingState.Ended) OpenCountryCode = null;
    }
}
