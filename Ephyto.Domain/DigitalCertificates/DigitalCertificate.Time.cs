using Ephyto.Domain.Common;

namespace Ephyto.Domain.DigitalCertificates;

/// <summary>What time does to a certificate in use. Days are those of UTC.</summary>
public sealed partial class DigitalCertificate
{
    /// <summary>Days before the last one at which a certificate counts as expiring.</summary>
    public const int ExpiringDays = 60;

    /// <summary>Days ahead at which people are reminded; 0 is the day itself.</summary>
    public static IReadOnlyList<int> ReminderDays { get; } = [60, 30, 14, 7, 1, 0];

    /// <summary>When the clock has to look at it next, UTC; null where nothing is to come.</summary>
    public DateTime? DueAt { get; private set; }

    /// <summary>The step of which people were last told; null before the first.</summary>
    public int? RemindedStep { get; private set; }

    /// <summary>Whole days of the calendar until the last day; negative after it.</summary>
    public int DaysLeft(DateTime now) => DateOnly.FromDateTime(Facts.ValidUntil).DayNumber - DateOnly.FromDateTime(now).DayNumber;

    /// <summary>Moves on to what the moment asks for. Of several reminders missed, only the latest is sent.</summary>
    /// <returns>Whether anything was due.</returns>
    public bool Advance(DateTime now)
    {
        if (!IsInUse || DueAt is not { } due || due > now) return false;

        Age(now);
        if (StepAt(now) is { } step && (RemindedStep is not { } last || step < last))
        {
            RemindedStep = step;
            Raise(new CertificateExpiryReminded(Id, NppoId, Facts.Thumbprint, step, Actor.System, now));
        }

        DueAt = NextMoment(now);
        return true;
    }

    // Who puts a certificate to use that ends soon reads so on the page; the steps behind need no e-mail.
    private void StartClock(DateTime now)
    {
        RemindedStep = StepAt(now);
        Age(now);
        DueAt = NextMoment(now);
    }

    private void Age(DateTime now)
    {
        if (Facts.ValidUntil <= now)
        {
            MoveTo(CertificateStatus.Expired, now);
            Raise(new CertificateExpired(Id, NppoId, Facts.Thumbprint, Actor.System, now));
        }
        else if (Status == CertificateStatus.Active && DaysLeft(now) <= ExpiringDays)
        {
            MoveTo(CertificateStatus.Expiring, now);
            Raise(new CertificateExpiring(Id, NppoId, Facts.Thumbprint, Actor.System, now));
        }
    }

    private int? StepAt(DateTime now)
    {
        var left = DaysLeft(now);
        return ReminderDays.Where(step => left <= step).Select(step => (int?)step).Min();
    }

    private DateTime? NextMoment(DateTime now) => ReminderDays
        .Select(step => Facts.ValidUntil.Date.AddDays(-step)).Append(Facts.ValidUntil)
        .Where(moment => moment > now).Select(moment => (DateTime?)moment).Min();
}
