using Bunit;
using Ephyto.AdminConsole.Components.Shared;

namespace Ephyto.AdminConsole.Tests.Components.Shared;

public sealed class NoticeTests : ShellContext
{
    public NoticeTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public void What_answers_an_act_takes_the_focus_once_for_each()
    {
        var notice = Render<Notice>(parameters => parameters.Add(n => n.Urgent, true).Add(n => n.Act, 1));
        JSInterop.VerifyFocusAsyncInvoke();

        notice.Render(parameters => parameters.Add(n => n.Title, "Somebody else changed it."));
        JSInterop.VerifyFocusAsyncInvoke();

        notice.Render(parameters => parameters.Add(n => n.Act, 2));
        JSInterop.VerifyFocusAsyncInvoke(2);
    }

    [Fact]
    public void What_answers_none_leaves_the_focus_where_it_is()
    {
        Render<Notice>(parameters => parameters.Add(n => n.Urgent, true));

        Assert.Empty(JSInterop.Invocations);
    }
}
