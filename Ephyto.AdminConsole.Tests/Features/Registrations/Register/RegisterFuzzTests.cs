using System.Globalization;
using System.Text;
using Ephyto.AdminConsole.Features.Registrations.Register;
using Ephyto.AdminConsole.Features.Registrations.Register.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.Register;

/// <summary>
/// Texts of all planes in the forms of people whom nobody knows: never an error of the server, and what is kept can be shown.
/// </summary>
public abstract class RegisterFuzzTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Registration:Form:PerAddressPerHour"] = "10000", ["Registration:Form:OverallPerHour"] = "10000",
        ["Members:WaitingRequests"] = "1000",
    };

    [Fact]
    public async Task Whatever_is_typed_into_a_registration_is_told_or_kept_as_it_can_be_shown()
    {
        var submit = Host.Get<SubmitRegistration>();
        RegisterField[] fields = [.. Enum.GetValues<RegisterField>()
            .Where(field => field is not (RegisterField.Informed or RegisterField.Country or RegisterField.System))];
        foreach (var (typed, at) in RandomText.Samples(400).Select((typed, at) => (typed, at)))
        {
            await Host.StoreAsync(db => db.Set<Registration>().ExecuteDeleteAsync());
            await submit.HandleAsync(
                new(Answers.Form((fields[at % fields.Length], typed), (fields[(at + 3) % fields.Length], $"a{typed}")), null, "192.0.2.1",
                    Host.Now().AddMinutes(-5)), Actor.Anonymous, default);
            if (await Host.StoreAsync(db => db.Set<Registration>().AsNoTracking().SingleOrDefaultAsync()) is not { } kept) continue;
            var (o, r) = (kept.Organization, kept.Representative);
            Assert.All(new[] { o.Name, o.NameInEnglish, o.Address, o.Website, r.Title, r.GivenName, r.FamilyName, r.JobTitle, r.Email,
                r.Phone }, text => Assert.True(IsClean(text)));
        }
    }

    [Fact]
    public async Task Whatever_is_posted_to_a_form_is_answered_with_a_page()
    {
        var nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        await Host.ActiveMemberAsync(nppo, NppoRole.Administrator, "boss@example.org");
        using var client = Host.CreateClient();
        foreach (var (typed, at) in RandomText.Samples(60, seed: 7).Select((typed, at) => (Whole(typed), at)))
        {
            using var answer = await client.SendFormAsync("/join/CI", "join", ("Form.GivenName", typed), ("Form.FamilyName", $"F{typed}"),
                ("Form.JobTitle", typed.Length > 0 ? typed : "x"),
                ("Form.Email", at % 2 == 0 ? $"a{at.ToString(CultureInfo.InvariantCulture)}@example.org" : typed), ("Form.Language", typed),
                ("Form.Words", typed));
            Assert.True((int)answer.StatusCode < 500, answer.StatusCode.ToString());
            Assert.Contains("<html", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        var asked = await Host.StoreAsync(db => db.Set<Member>().AsNoTracking().Where(m => m.Status == MemberStatus.JoinRequested)
            .ToListAsync());
        Assert.NotEmpty(asked);
        Assert.All(asked,
            member => Assert.All([member.Person.GivenName, member.Person.FamilyName, member.Person.JobTitle, member.Email, member.Words],
                text => Assert.True(IsClean(text!))));
    }

    private static bool IsClean(string text) =>
        text.Length == 0 || (FreeText.Clean(text, int.MaxValue) == text && text.IsNormalized(NormalizationForm.FormC));

    // What a browser would never send: it has no halves of characters.
    private static string Whole(string text) => string.Concat(text.EnumerateRunes());
}

public sealed class RegisterFuzzOnSqlite() : RegisterFuzzTests(DatabaseKind.Sqlite);

public sealed class RegisterFuzzOnPostgreSql() : RegisterFuzzTests(DatabaseKind.PostgreSql);
