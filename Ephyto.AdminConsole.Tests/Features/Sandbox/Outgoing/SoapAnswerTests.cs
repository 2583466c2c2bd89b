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

    [Theory]
    [InlineData("<faultcode>s:Server</faultcode><faultstring> down </faultstring><detail>no</detail>")]
    [InlineData("<s:faultcode>s:Server</s:faultcode><s:faultstring>down</s:faultstring>")]
    [InlineData("<s:Code><s:Value>s:Server</s:Value></s:Code><s:Reason><s:Text>down</s:Text></s:Reason>")]
    public void The_words_of_a_fault_are_read_in_whichever_form_a_library_writes_it(string fault)
    {
        var text = MemberServer.Soap($"<s:Fault>{fault}</s:Fault>");

        var answer = Answer.Read(500, Encoding.UTF8.GetBytes(text), text);

        Assert.Equal(("down", null), (answer.Fault, answer.Problem));
    }
}
