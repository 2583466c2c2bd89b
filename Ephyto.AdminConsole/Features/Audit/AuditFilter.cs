using System.Globalization;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Auditing;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Audit;

/// <summary>Which entries of the audit trail are asked for.</summary>
/// <param name="PersonId">Only acts of this account.</param>
/// <param name="NppoId">Only the part of this organization.</param>
/// <param name="Code">Only acts of this kind, such as <c>member.invited</c>.</param>
/// <param name="About">Only acts that concern this.</param>
/// <param name="Since">Only acts at this moment or later, UTC.</param>
/// <param name="Before">Only acts earlier than this moment, UTC.</param>
internal sealed record AuditFilter(
    Guid? PersonId = null, Guid? NppoId = null, string? Code = null, SubjectRef? About = null, DateTime? Since = null,
    DateTime? Before = null)
{
    public bool IsEmpty => this == new AuditFilter();

    /// <summary>From the words of an address; what cannot be read is not asked for.</summary>
    public static AuditFilter Read(string? person, string? nppo, string? kind, string? about, string? from, string? to,
        ReaderTimeZone zone) => new(
        Guid.TryParse(person, out var personId) ? personId : null,
        Guid.TryParse(nppo, out var nppoId) ? nppoId : null,
        FreeText.Clean(kind, 80), SubjectOf(about),
        BeginningOf(DayOf(from), zone), BeginningOf(DayOf(to)?.AddDays(1), zone));

    /// <summary>
    /// A day of an address. The first and the last years there are leave no room for the day after, or for the distance from UTC.
    /// </summary>
    public static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is > 1 and < 9999 ? day : null;

    /// <summary>As <c>kind:id</c>, the way <c>AuditLink</c> writes it.</summary>
    public static SubjectRef? SubjectOf(string? text) =>
        text?.Split(':') is [var kind, var id] && AuditEvents.SubjectKinds.Contains(kind) && Guid.TryParse(id, out var subject)
            ? new(kind, subject) : null;

    /// <summary>
    /// The newest first, unless the oldest is to be: each index is walked either way. With nothing but days it goes by the time, else by
    /// the number: there is an index for each way.
    /// </summary>
    public IQueryable<AuditEntry> Of(ConsoleDbContext db, bool isOldestFirst = false)
    {
        var entries = AboutIt(db, isOldestFirst);
        if (PersonId is { } person) entries = entries.Where(e => e.ActorKind == ActorKind.User && e.ActorId == person);
        if (NppoId is { } nppo) entries = entries.Where(e => e.NppoId == nppo);
        if (Code is { } code) entries = entries.Where(e => e.Code == code);
        if (Since is { } since) entries = entries.Where(e => e.At >= since);
        if (Before is { } before) entries = entries.Where(e => e.At < before);
        if (!OnlyDays) return entries;
        return isOldestFirst
            ? entries.OrderBy(e => e.At).ThenBy(e => e.Sequence) : entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Sequence);
    }

    /// <summary>
    /// One page of them. First the numbers, which an index holds for each way of asking, then what stands under them: asked for
    /// both at once, PostgreSQL goes through the trail from its end until it has a page of a kind that may be rare.
    /// </summary>
    public async Task<PageOf<AuditEntry>> PageAsync(ConsoleDbContext db, int number, CancellationToken ct, int size = Paging.Size,
        bool isOldestFirst = false)
    {
        var page = await Of(db, isOldestFirst).Select(e => e.Sequence).ToBoundedPageAsync(number, ct, size);
        return page.With(await AuditRows.ReadAsync(db, page.Items, ct));
    }

    // Everything else has an index that goes by the number.
    private bool OnlyDays => (Since is not null || Before is not null) && this == new AuditFilter(Since: Since, Before: Before);

    private IQueryable<AuditEntry> AboutIt(ConsoleDbContext db, bool isOldestFirst)
    {
        var entries = db.Set<AuditEntry>().AsNoTracking();
        if (About is not { } about) return isOldestFirst ? entries.OrderBy(e => e.Sequence) : entries.OrderByDescending(e => e.Sequence);
        var subjects = db.Set<AuditSubject>().Where(s => s.Kind == about.Kind && s.SubjectId == about.Id);
        return (isOldestFirst ? subjects.OrderBy(s => s.Sequence) : subjects.OrderByDescending(s => s.Sequence))
            .Join(entries, s => s.Sequence, e => e.Sequence, (_, e) => e);
    }

    // A day is the reader's: it begins at midnight by the clock that the lines are shown by.
    private static DateTime? BeginningOf(DateOnly? day, ReaderTimeZone zone) =>
        day?.ToDateTime(TimeOnly.MinValue) is { } midnight
            ? DateTime.SpecifyKind(midnight - zone.Zone.GetUtcOffset(midnight), DateTimeKind.Utc) : null;
}
