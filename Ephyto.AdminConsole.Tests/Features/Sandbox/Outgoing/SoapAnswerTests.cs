using System.Text;
using Answer = Ephyto.AdminConsole.Features.Sandbox.Outgoing.SoapAnswer;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox.Outgoing;

/// <summary>What is made of what an address answers.</summary>
public sealed class SoapAnswerTests
{
    [Theory]
    [InlineData(90, 1_000, true)]
    [InlineData(120, 0, false)]
    [InlineData(0, 201_000, false)]
    public void What_would_become_large_in_memory_is_not_taken_in(int depth, int elements, bool taken)
    {
        var body = string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth))
            + string.Concat(Enumerable.Repeat("<b/>", elements));
        var text = MemberServer.Soap($"<c>{body}</c>");

        var answer = Answer.Read(200, Encoding.UTF8.GetBytes(text), text);

        Assert.Equal((taken, taken), (answer.IsXml, answer.Body?.Name.LocalName == "c"));
    }
}
