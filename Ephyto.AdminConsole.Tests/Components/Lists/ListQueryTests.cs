using Ephyto.AdminConsole.Components.Lists;
using Ephyto.Domain.Sandbox;

namespace Ephyto.AdminConsole.Tests.Components.Lists;

public sealed class ListQueryTests
{
    [Theory]
    [InlineData("Refused", SandboxOutcome.Refused)]
    [InlineData("refused", SandboxOutcome.Refused)]
    [InlineData("1", null)]
    [InlineData(" 1", null)]
    [InlineData("+1", null)]
    [InlineData("Refuse", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void What_an_address_names_is_a_name_and_no_number(string? name, SandboxOutcome? named) =>
        Assert.Equal(named, ListQuery.Named<SandboxOutcome>(name));
}
