using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Architecture;

public sealed class RefusalTests
{
    [Fact]
    public void Every_refusal_at_the_head_of_a_form_comes_into_view() => Findings.None(
        from file in Repository.SourceFiles(".razor")
        where file.StartsWith("Ephyto.AdminConsole/", StringComparison.Ordinal)
        from found in RefusalRules.OutOfSight(file, Repository.Read(file))
        select found);

    [Fact]
    public void One_that_stays_out_of_sight_is_found()
    {
        Assert.Single(RefusalRules.OutOfSight("A.razor", "<Notice Tone=\"Tone.Danger\" Urgent=\"true\"><p>@Terms.Error(_refused)</p>"));
        Assert.Single(RefusalRules.OutOfSight("A.razor", "<Notice Urgent=\"true\">\n  <p>@Terms.Error(refused)</p>"));
        Assert.Empty(RefusalRules.OutOfSight(
            "A.razor", "<Notice Tone=\"Tone.Danger\" Urgent=\"true\" Act=\"_acts\"><p>@Terms.Error(_refused)</p>"));
    }
}
