using System.Text.Json;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Lists;
using Ephyto.Domain.Members;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Components.Account.UseCases;

/// <summary>Everything the console knows about the person who asks, as one JSON file. Secrets of the account are left out.</summary>
internal sealed class DownloadMyData(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerOptions.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    public async Task<Result<byte[]>> HandleAsync(Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (actor.Kind != ActorKind.User || await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == actor.Id, ct) is not { } user)
            return AccessErrors.NotAllowed;

        var passkeys = await db.UserPasskeys.AsNoTracking().Where(p => p.UserId == user.Id).ToListAsync(ct);
        var members = await db.Set<Member>().AsNoTracking().Where(m => m.UserId == user.Id).ToListAsync(ct);
        // Of an address that nobody proved to be theirs, anybody may have written: what was not verified is not the person's.
        var registrations = await db.Set<Registration>().AsNoTracking()
            .Where(r => r.Representative.Email == user.Email && r.VerifiedAt != null).OrderBy(r => r.SubmittedAt).ToListAsync(ct);
        var sessions = await db.Set<UserSession>().AsNoTracking().Where(s => s.UserId == user.Id).OrderBy(s => s.CreatedAt).ToListAsync(ct);
        var views = await db.Set<SavedViews>().AsNoTracking().Where(v => v.UserId == user.Id).OrderBy(v => v.List).ToListAsync(ct);
        var activity = await ListActivity.Of(db, user.Id).OrderBy(e => e.Sequence).ToListAsync(ct);
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            MadeAt = time.GetUtcNow().UtcDateTime,
            Account = new { user.Id, user.Email, user.DisplayName, user.Language, user.TimeZone, user.CreatedAt, user.LastSignInAt,
                user.TwoFactorEnabled },
            HubRole = await db.HubRoleOfAsync(actor, ct),
            Passkeys = passkeys.Select(p => new { p.Data.Name, p.Data.CreatedAt }),
            Memberships = members.Select(
                m => new { m.Id, m.NppoId, m.Email, m.Role, m.Status, m.StatusSince, m.Language, m.Person, m.Words }),
            Registrations = registrations.Select(
                r => new { r.Reference, r.CountryCode, r.Kind, r.Status, r.SubmittedAt, r.Representative }),
            Sessions = sessions.Select(
                s => new { s.Id, s.CreatedAt, s.LastSeenAt, s.Browser, Network = s.Address, s.EndedAt, s.EndReason }),
            SavedViews = views.SelectMany(kept => kept.Views.Select(view => new { kept.List, view.Name, view.Query, view.OpensFirst })),
            Activity = activity.Select(
                e => new { e.Sequence, e.At, e.Code, e.SubjectKind, e.SubjectId, e.NppoId,
                    Facts = JsonSerializer.Deserialize<JsonElement>(e.Facts) }),
        }, Readable);
    }
}
