using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

public sealed class MainJobTests : MainJob
{
    private ConsoleApp? _app;

    // The browsers are closed first: a page whose console goes away complains, and rightly.
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_app is not null) await _app.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task An_nppo_is_registered_confirmed_and_opened_to_a_colleague_and_everybody_sees_it_happen(string language) =>
        await WalkAsync(_app = await ConsoleApp.StartAsync(), language);
}
