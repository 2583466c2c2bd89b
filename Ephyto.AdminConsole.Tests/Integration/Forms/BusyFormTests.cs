using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Tests.Integration.Forms;

/// <summary>Without JavaScript: a form that others' writing kept from being saved comes back with the words typed into it.</summary>
public abstract class BusyFormTests(DatabaseKind kind) : FormsOfLinks(kind)
{
    [Theory]
    [MemberData(nameof(Forms))]
    public async Task What_was_typed_is_there_when_the_console_was_busy_and_goes_through_by_one_press(string form)
    {
        using var browser = await BrowserAsync();
        var (id, tab) = await OpenAsync(browser, form);
        var before = (await Registrar.LoadAsync(id)).Status;
        using (LockedStore.Take(Host)) await tab.SendAsync($"{form}\"", ("words", Typed), ("reason", nameof(DeclineReason.NotReady)));

        Assert.True(tab.Text.Contains(Typed, StringComparison.Ordinal), tab.Text);
        Assert.DoesNotContain("minister", tab.Address.Query, StringComparison.Ordinal);
        Assert.Equal(before, (await Registrar.LoadAsync(id)).Status);

        // Where it is offered whole the words are hidden in it; else they stand in their field.
        var hidden = tab.Text.Contains($"type=\"hidden\" name=\"words\"", StringComparison.Ordinal);
        await tab.SendAsync($"{form}\"", hidden ? [] : [("words", Typed)]);
        Assert.Equal(Typed, (await Registrar.LoadAsync(id)).Steps.OrderBy(step => step.Number).Last(step => step.Words is not null).Words);
    }
}

public sealed class BusyFormsOnSqlite() : BusyFormTests(DatabaseKind.Sqlite);

public sealed class BusyFormsOnPostgreSql() : BusyFormTests(DatabaseKind.PostgreSql);
