using Ephyto.AdminConsole.Data;

namespace Ephyto.AdminConsole.Tests.Data;

public sealed class PagingTests
{
    [Theory]
    [InlineData(10_012, false, 10_012)]
    [InlineData(10_025, true, 10_000)]
    [InlineData(10_500, true, 10_000)]
    [InlineData(525, true, 500)]
    [InlineData(7, true, 7)]
    [InlineData(0, false, 0)]
    public void What_was_not_counted_to_the_end_is_told_by_a_round_number(int total, bool isMore, int told) =>
        Assert.Equal(told, Paging.Told(total, isMore));
}
