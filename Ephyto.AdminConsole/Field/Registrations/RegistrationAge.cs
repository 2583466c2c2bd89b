using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Field.Registrations;

/// <summary>How long ago a registration was submitted.</summary>
public enum RegistrationAge
{
    UpToOneDay,
    UpToOneWeek,
    OneToTwoWeeks,
    TwoWeeksToOneMonth,
    OverOneWeek,
    OverTwoWeeks,
    OverOneMonth,
}

internal static class RegistrationAges
{
    public static IQueryable<Registration> OfAge(this IQueryable<Registration> query, RegistrationAge age, DateTime now)
    {
        var (day, week, twoWeeks, month) = (now.AddDays(-1), now.AddDays(-7), now.AddDays(-14), now.AddDays(-30));
        return age switch
        {
            RegistrationAge.UpToOneDay => query.Where(r => r.SubmittedAt >= day),
            RegistrationAge.UpToOneWeek => query.Where(r => r.SubmittedAt >= week),
            RegistrationAge.OneToTwoWeeks => query.Where(r => r.SubmittedAt < week && r.SubmittedAt >= twoWeeks),
            RegistrationAge.TwoWeeksToOneMonth => query.Where(r => r.SubmittedAt < twoWeeks && r.SubmittedAt >= month),
            RegistrationAge.OverOneWeek => query.Where(r => r.SubmittedAt < week),
            RegistrationAge.OverTwoWeeks => query.Where(r => r.SubmittedAt < twoWeeks),
            _ => query.Where(r => r.SubmittedAt < month),
        };
    }
}
