namespace Ephyto.AdminConsole.Tests;

public class ScaffoldTests
{
    [Fact]
    public void The_domain_assembly_has_its_name() => Assert.Equal(2, 1 + 1);
}
