using System.Text.Json;
using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Architecture;

/// <summary>The list of libraries is what the console really carries.</summary>
public sealed class ComponentListTests
{
    [Fact]
    public void Every_library_that_is_carried_is_listed_and_no_other()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Ephyto.AdminConsole.deps.json");
        using var carried = JsonDocument.Parse(File.ReadAllText(path));
        var libraries = carried.RootElement.GetProperty("libraries").EnumerateObject()
            .Where(library => library.Value.GetProperty("type").GetString() == "package").Select(library => library.Name.Split('/')[0]);

        var listed = Repository.Read("docs/components.md").Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal))
            .Select(line => line[2..].Trim());

        Assert.Equal(libraries.Order(StringComparer.OrdinalIgnoreCase), listed);
    }
}
