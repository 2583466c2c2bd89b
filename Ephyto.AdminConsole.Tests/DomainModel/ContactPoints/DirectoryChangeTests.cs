using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;

namespace Ephyto.AdminConsole.Tests.DomainModel.ContactPoints;

public class DirectoryChangeTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Actor Officer = Actor.User(Guid.Parse("0f000000-0000-0000-0000-000000000001"));
    private readonly ContactPoint _bolivia = Entry("BO");
    private readonly ContactPoint _ghana = Entry("GH");

    [Theory]
    [InlineData(UnnamedCountries.Keep, "BO Changed, CI Added, GH Unchanged")]
    [InlineData(UnnamedCountries.End, "BO Changed, CI Added, GH Unchanged, TG Removed")]
    public void Each_country_is_added_changed_removed_or_unchanged(UnnamedCountries unnamed, string expected)
    {
        var wanted = new Dictionary<string, ContactPointDetails> { ["GH"] = Details(), ["CI"] = Details(),
            ["BO"] = Details("Another office") };

        var changes = DirectoryChange.Compare([_bolivia, _ghana, Entry("TG")], wanted, unnamed);

        Assert.Equal(expected, string.Join(", ", changes.Select(change => $"{change.CountryCode} {change.Kind}")));
    }

    [Fact]
    public void A_change_ends_the_entry_and_begins_its_successor()
    {
        var successor = new DirectoryChange("BO", _bolivia, Details("Another office")).Apply(Officer, Now.AddDays(1));

        Assert.Equal((Now.AddDays(1), null), (_bolivia.ValidTo, _bolivia.CurrentCountryCode));
        Assert.Equal(("BO", "Another office", Now.AddDays(1)),
            (successor!.CurrentCountryCode, successor.Details.FamilyName, successor.ValidFrom));
    }

    [Fact]
    public void A_removal_leaves_nobody_and_no_change_leaves_everything()
    {
        Assert.Null(new DirectoryChange("BO", _bolivia, null).Apply(Officer, Now.AddDays(1)));
        Assert.NotNull(_bolivia.ValidTo);

        Assert.Null(new DirectoryChange("GH", _ghana, Details()).Apply(Officer, Now.AddDays(1)));
        Assert.Null(_ghana.ValidTo);
    }

    private static ContactPoint Entry(string country) => ContactPoint.Enter(country, Details(), Officer, Now);

    private static ContactPointDetails Details(string name = "Office") =>
        new(ContactPointKind.OfficialContactPoint, "", "", name, "", "", "", "", "office@example.org", "en");
}
