using Ephyto.Domain.Common;

namespace Ephyto.Domain.Serving;

/// <content>How it ends.</content>
public sealed partial class ServedCountry
{
    /// <summary>Takes the question back before the contact point has answered.</summary>
    public Result Withdraw(ServingSide side, Actor actor, DateTime now)
    {
        if (State != ServingState.Asked) return ServingErrors.NotPossibleNow;

        EndedBy = side;
        Become(ServingState.Withdrawn, now);
        Raise(new ServingWithdrawn(Id, NppoId, ServedNppoId, CountryCode, ConnectionCode, side, actor, now));
        return Result.Success();
    }

    /// <summary>A day that lies further ahead is a slip of the pen.</summary>
    public static DateOnly LastDayOfNotice(DateTime now) => DateOnly.FromDateTime(now).AddYears(2);

    /// <summary>Either side, or the hub, ends it from a day on; an end that is told already is only brought forward.</summary>
    /// <param name="side">Who.</param>
    /// <param name="day">The first day on which the country is no longer served; today ends it at once.</param>
    /// <param name="words">Why.</param>
    /// <param name="actor">The person.</param>
    /// <param name="now">UTC.</param>
    public Result End(ServingSide side, DateOnly? day, string? words, Actor actor, DateTime now)
    {
        if (!Serves) return ServingErrors.NotPossibleNow;
        if (day is not { } from || from < DateOnly.FromDateTime(now)) return ServingErrors.DayNeeded;
        if (from > LastDayOfNotice(now)) return ServingErrors.DayTooFar;
        if (EndsOn is { } known && from >= known) return ServingErrors.EarlierDayNeeded;
        if (FreeText.Clean(words) is not { } said) return ServingErrors.ReasonNeeded;

        (EndsOn, EndedBy, Words) = (from, side, said);
        if (from > DateOnly.FromDateTime(now))
        {
            Become(ServingState.Ending, now);
            Raise(new ServingNoticeGiven(Id, NppoId, ServedNppoId, CountryCode, ConnectionCode, side, from, actor, now));
        }
        else
        {
            Finish(side, actor, now);
        }

        return Result.Success();
    }

    /// <summary>The day of which notice was given has come.</summary>
    /// <returns>Whether it has ended now.</returns>
    public bool Advance(DateTime now)
    {
        if (State != ServingState.Ending || EndsOn > DateOnly.FromDateTime(now)) return false;
        Finish(EndedBy!.Value, Actor.System, now);
        return true;
    }

    /// <summary>The serving organization is closed: nothing is exchanged by its connection any more.</summary>
    public void EndWithOrganization(Actor actor, DateTime now)
    {
        if (State == ServingState.Asked) Withdraw(ServingSide.Hub, actor, now);
        if (!Serves) return;
        // What one side said when it gave notice is not what the Hub says.
        (EndsOn, EndedBy, Words) = (DateOnly.FromDateTime(now), ServingSide.Hub, null);
        Finish(ServingSide.Hub, actor, now);
    }

    private void Finish(ServingSide side, Actor actor, DateTime now)
    {
        Become(ServingState.Ended, now);
        Raise(new ServingEnded(Id, NppoId, ServedNppoId, CountryCode, ConnectionCode, side, actor, now));
    }
}
