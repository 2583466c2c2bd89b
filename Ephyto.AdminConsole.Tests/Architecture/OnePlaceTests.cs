using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Architecture;

/// <summary>What is done in one place is done there alone.</summary>
public sealed class OnePlaceTests
{
    [Fact]
    public void Every_dialog_opens_where_a_second_press_opens_no_other() => AssertNone(OnePlaceRules.DialogsOpenedElsewhere);

    [Theory]
    [InlineData("var shown = await Dialogs.ShowAsync<MemberDialog>(title, parameters);")]
    [InlineData("await Dialogs.ShowAsync(typeof(MemberDialog), title);")]
    [InlineData("var sure = await dialogService.ShowMessageBoxAsync(title, message);")]
    [InlineData("<MudDialog @bind-Visible=\"_open\">")]
    [InlineData("<MudMessageBox @ref=\"_box\">")]
    public void A_dialog_opened_elsewhere_is_found(string line)
    {
        Assert.Single(
            OnePlaceRules.DialogsOpenedElsewhere("Ephyto.AdminConsole/Features/People/Members/Components/MemberBoard.razor.cs", line));
        Assert.Empty(OnePlaceRules.DialogsOpenedElsewhere("Ephyto.AdminConsole/Components/Shared/ConfirmDialogs.cs", line));
        Assert.Empty(
            OnePlaceRules.DialogsOpenedElsewhere("A.cs",
                "await Dialogs.AskAsync<MemberDialog>(title, parameters); await ShowAsync(refusal);"));
    }

    [Fact]
    public void A_language_is_a_value_and_not_two_letters() => AssertNone(OnePlaceRules.LanguagesElsewhere);

    [Theory]
    [InlineData("private bool IsFrench => culture.TwoLetterISOLanguageName == \"fr\";")]
    [InlineData("return language is \"fr\" ? 1 : 2;")]
    [InlineData("\"fr\" => text[\"French\"],")]
    [InlineData("[\"fr\"] = \"Livrée\",")]
    public void A_language_chosen_by_its_letters_is_found(string line)
    {
        Assert.NotEmpty(OnePlaceRules.LanguagesElsewhere("Ephyto.AdminConsole/Features/Letters/Pdf/LetterPdf.cs", line));
        Assert.Empty(OnePlaceRules.LanguagesElsewhere("A.cs", "if (Languages.Current == Languages.French) return;"));
    }

    [Fact]
    public void The_focus_is_set_where_a_browser_that_has_gone_is_known() => AssertNone(OnePlaceRules.FocusSetElsewhere);

    [Fact]
    public void A_focus_set_elsewhere_is_found()
    {
        Assert.Single(OnePlaceRules.FocusSetElsewhere("A.razor", "await _field.FocusAsync();"));
        Assert.Empty(OnePlaceRules.FocusSetElsewhere("A.razor", "await _field.LeadToAsync();"));
    }

    [Fact]
    public void Who_administers_an_organization_is_asked_in_one_place() => AssertNone(OnePlaceRules.AdministratorsElsewhere);

    [Theory]
    [InlineData("db.Set<Member>().Where(m => m.Role == NppoRole.Administrator && m.Status == MemberStatus.Active)")]
    [InlineData("m => m.Status == MemberStatus.Active && m.NppoId == id && m.Role == NppoRole.Administrator")]
    [InlineData("member is { Role: NppoRole.Administrator, Status: MemberStatus.Active }")]
    public void Administrators_written_anew_are_found(string line)
    {
        Assert.Single(OnePlaceRules.AdministratorsElsewhere("Ephyto.AdminConsole/Features/Letters/A.cs", line));
        Assert.Empty(OnePlaceRules.AdministratorsElsewhere("Ephyto.AdminConsole/Field/Readers/Administrators.cs", line));
        Assert.Empty(OnePlaceRules.AdministratorsElsewhere("A.cs", "m.Role == NppoRole.Administrator && m.Status == MemberStatus.Invited"));
    }

    [Fact]
    public void Who_is_the_contact_of_a_country_is_asked_in_one_place() => AssertNone(OnePlaceRules.ContactsElsewhere);

    [Fact]
    public void A_contact_read_anew_is_found() =>
        Assert.Single(
            OnePlaceRules.ContactsElsewhere("A.cs",
                "await db.Set<ContactPoint>().AsNoTracking().SingleOrDefaultAsync(c => c.CurrentCountryCode == code, ct)"));

    [Fact]
    public void A_circuit_leads_to_a_whole_page_where_a_browser_that_has_gone_is_waited_for() => AssertNone(OnePlaceRules.LedOnElsewhere);

    [Theory]
    [InlineData("Navigation.NavigateTo(address, forceLoad: true);")]
    [InlineData("Navigation.NavigateTo(Forms.AddressAfter(person, here, null), true);")]
    [InlineData("Navigation.NavigateTo(address, new NavigationOptions { ForceLoad = true });")]
    public void A_whole_page_elsewhere_is_found(string line)
    {
        Assert.Single(OnePlaceRules.LedOnElsewhere("A.razor", line));
        Assert.Empty(OnePlaceRules.LedOnElsewhere("A.razor", "Navigation.NavigateTo(RegisterSteps.AddressOf(_step), replace: true);"));
    }

    [Fact]
    public void A_day_is_written_where_its_language_is_known() => AssertNone(OnePlaceRules.DaysWrittenElsewhere);

    [Theory]
    [InlineData("moment.ToString(\"D\", CultureInfo.CurrentCulture)")]
    [InlineData("day.ToString(\"d MMM yyyy\", CultureInfo.CurrentCulture)")]
    [InlineData("time.ToString(Text[\"ExactPattern\"], CultureInfo.CurrentCulture)")]
    public void A_day_written_elsewhere_is_found(string line)
    {
        Assert.Single(OnePlaceRules.DaysWrittenElsewhere("A.cs", line));
        Assert.Empty(
            OnePlaceRules.DaysWrittenElsewhere("A.cs",
                "id.ToString(\"N\"); moment.InWords(Text[\"DayPattern\"]); day.ToString(\"yyyy-MM-dd\", culture);"));
    }

    [Fact]
    public void What_is_done_again_and_again_is_done_by_the_one_clock() => AssertNone(OnePlaceRules.ClocksElsewhere);

    [Fact]
    public void A_clock_elsewhere_is_found()
    {
        Assert.Single(
            OnePlaceRules.ClocksElsewhere("Ephyto.AdminConsole/Features/Letters/Time/LetterClock.cs",
                "using var timer = new PeriodicTimer(Interval, time);"));
        Assert.Empty(
            OnePlaceRules.ClocksElsewhere("Ephyto.AdminConsole/Platform/Time/Clock.cs",
                "using var timer = new PeriodicTimer(interval, time);"));
    }

    private static void AssertNone(Func<string, string, IEnumerable<string>> rule) => Findings.None(
        from file in Repository.SourceFiles(".cs", ".razor")
        where file.StartsWith("Ephyto.AdminConsole/", StringComparison.Ordinal)
        from found in rule(file, Repository.Read(file))
        select found);
}
