using Ephyto.Domain.Lists;

namespace Ephyto.AdminConsole.Tests.DomainModel.Lists;

public sealed class SavedViewsTests
{
    private readonly SavedViews _views = SavedViews.Begin(Guid.NewGuid(), "registrations");

    [Fact]
    public void The_same_name_changes_the_view_that_is_there()
    {
        Assert.True(_views.Keep("  Open  in Africa ", "state=open&region=Africa").IsSuccess);
        var kept = Assert.Single(_views.Views);
        Assert.Equal(("Open in Africa", "state=open&region=Africa"), (kept.Name, kept.Query));

        Assert.True(_views.Keep("OPEN IN AFRICA", "region=Africa").IsSuccess);

        Assert.Equal((kept.Id, "Open in Africa", "region=Africa"),
            (_views.Views[0].Id, _views.Views[0].Name, Assert.Single(_views.Views).Query));
    }

    [Fact]
    public void A_view_asks_for_as_much_as_fits_opens_when_it_is_told_to_and_goes_alone()
    {
        foreach (var name in (string[])["First", "Second", "Third"])
            Assert.True(_views.Keep(name, new string('x', SavedViews.MaximumQuery)).IsSuccess);
        Assert.DoesNotContain(_views.Views, view => view.OpensFirst);

        _views.Remove(_views.Views[0].Id);

        Assert.Equal(["Second", "Third"], _views.Views.Select(view => view.Name));
    }

    [Fact]
    public void Twenty_are_kept_and_no_more()
    {
        for (var number = 1; number <= SavedViews.Most; number++) Assert.True(_views.Keep($"View {number}", "").IsSuccess);

        Assert.Equal(SavedViewErrors.TooMany, _views.Keep("One more", "").Error);
        Assert.True(_views.Keep("View 20", "state=open").IsSuccess);
        _views.Remove(_views.Views[0].Id);
        Assert.True(_views.Keep("One more", "").IsSuccess);
    }

    [Fact]
    public void A_name_that_says_nothing_or_too_much_is_refused()
    {
        Assert.Equal(SavedViewErrors.NameMissing, _views.Keep(" \u200b ", "").Error);
        Assert.Equal(SavedViewErrors.NameTooLong, _views.Keep(new string('x', SavedViews.MaximumName + 1), "").Error);
        Assert.Equal(SavedViewErrors.TooMuchAsked, _views.Keep("Long", new string('x', SavedViews.MaximumQuery + 1)).Error);
        Assert.Empty(_views.Views);
    }

    [Fact]
    public void A_view_is_renamed_but_not_to_the_name_of_another()
    {
        Assert.True(_views.Keep("First", "").IsSuccess);
        Assert.True(_views.Keep("Second", "").IsSuccess);
        var (first, second) = (_views.Views[0].Id, _views.Views[1].Id);

        Assert.Equal(SavedViewErrors.NameTaken, _views.Rename(second, "first").Error);
        Assert.Equal(SavedViewErrors.Gone, _views.Rename(Guid.NewGuid(), "Third").Error);
        Assert.Equal(SavedViewErrors.NameMissing, _views.Rename(first, null).Error);
        Assert.True(_views.Rename(first, "FIRST").IsSuccess);
        Assert.Equal(["FIRST", "Second"], _views.Views.Select(view => view.Name));
    }

    [Fact]
    public void One_opens_first_at_most()
    {
        Assert.True(_views.Keep("First", "").IsSuccess);
        Assert.True(_views.Keep("Second", "").IsSuccess);

        foreach (var view in _views.Views) Assert.True(_views.OpenFirst(view.Id).IsSuccess);
        Assert.Equal([false, true], _views.Views.Select(view => view.OpensFirst));
        Assert.Equal(SavedViewErrors.Gone, _views.OpenFirst(Guid.NewGuid()).Error);
        Assert.True(_views.OpenFirst(null).IsSuccess);
        Assert.DoesNotContain(_views.Views, view => view.OpensFirst);
    }
}
