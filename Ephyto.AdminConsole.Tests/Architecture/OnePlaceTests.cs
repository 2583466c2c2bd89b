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
        Assert.Single(OnePlaceRules.DialogsOpenedElsewhere("Ephyto.AdminConsole/Features/People/Members/Components/MemberBoard.razor.cs", line));
        Assert.Empty(OnePlaceRules.DialogsOpenedElsewhere("Ephyto.AdminConsole/Components/Shared/ConfirmDialogs.cs", line));
        Assert.Empty(OnePlaceRules.DialogsOpenedElsewhere("A.cs", "await Dialogs.AskAsync<MemberDialog>(title, parameters); await ShowAsync(refusal);"));
    }

    [Fact]
    public void The_focus_is_set_where_a_browser_that_has_gone_is_known() => AssertNone(OnePlaceRules.FocusSetElsewhere);

    [Fact]
    public void A_focus_set_elsewhere_is_found()
    {
        Assert.Single(OnePlaceRules.FocusSetElsewhere("A.razor", "await _field.FocusAsync();"));
        Assert.Empty(OnePlaceRules.FocusSetElsewhere("A.razor", "await _field.LeadToAsync();"));
    }

    private static void AssertNone(Func<string, string, IEnumerable<string>> rule) => Findings.None(
        from file in Repository.SourceFiles(".cs", ".razor")
        where file.StartsWith("Ephyto.AdminConsole/", StringComparison.Ordinal)
        from found in rule(file, Repository.Read(file))
        select found);
}
