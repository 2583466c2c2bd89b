using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;

namespace Ephyto.AdminConsole.Tests.DomainModel;

/// <summary>Names are joined in one place, so that an empty part leaves no gap.</summary>
public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Ms", "Awa", "Kouassi", "Ms Awa Kouassi")]
    [InlineData("", "", "Dri", "Dri")]
    [InlineData(null, " ", " Dri ", "Dri")]
    [InlineData("", "Awa", "", "Awa")]
    [InlineData("", "Awa  Marie", "Kouassi\u00A0 Dri", "Awa Marie Kouassi Dri")]
    [InlineData("", "", "", "")]
    public void An_empty_part_leaves_no_gap(string? title, string given, string family, string name)
    {
        Assert.Equal(name, PersonName.Of(title, given, family));
        Assert.Equal(name, new PersonDetails(title ?? "", given, family, "", "").FullName);
    }

    [Fact]
    public void Nobody_joins_a_name_by_hand()
    {
        var joined = new[] { "Ephyto.Domain", "Ephyto.AdminConsole" }
            .SelectMany(project => Directory.EnumerateFiles(Repository.Path(project), "*.*", SearchOption.AllDirectories))
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .Where(file =>
                Regex.IsMatch(File.ReadAllText(file),
                    @"GivenName\}\s*\{|GivenName,\s*FamilyName\s*\}\.Where|string\.Join\([^;]*GivenName"));

        Assert.Empty(joined);
    }
}
