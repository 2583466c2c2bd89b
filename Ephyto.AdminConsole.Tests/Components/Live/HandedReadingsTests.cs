using Ephyto.AdminConsole.Components.Live;
using Microsoft.Extensions.Time.Testing;

namespace Ephyto.AdminConsole.Tests.Components.Live;

public sealed class HandedReadingsTests
{
    private readonly HandedReadings _handed = new(new FakeTimeProvider());

    [Fact]
    public void Pages_that_nobody_takes_over_do_not_pile_up()
    {
        var keys = Enumerable.Range(0, HandedReadings.Most + 1).Select(number =>
        {
            var key = _handed.Open();
            _handed.Add(key, number, number, 0);
            return key;
        }).ToList();

        Assert.Empty(_handed.Take(keys[0]));
        Assert.All(keys.Skip(1), key => Assert.Single(_handed.Take(key)));
    }
}
