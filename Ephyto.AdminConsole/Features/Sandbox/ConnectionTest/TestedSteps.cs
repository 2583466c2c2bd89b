using Ephyto.AdminConsole.Features.Sandbox.Outgoing;

namespace Ephyto.AdminConsole.Features.Sandbox.ConnectionTest;

/// <summary>Gathers what the steps met; a later word on a step replaces an earlier one.</summary>
internal sealed class TestedSteps
{
    private readonly Dictionary<TestStep, TestedStep> _met = [];

    public bool HasFailed => _met.Values.Any(step => step.Outcome == TestOutcome.Failed);

    /// <summary>All of them, in their order.</summary>
    public IReadOnlyList<TestedStep> All => [.. Enum.GetValues<TestStep>().Select(step =>
        _met.GetValueOrDefault(step) ?? new(step, TestOutcome.NotReached, "NotReached", [], null))];

    public void Pass(TestStep step, string code, TimeSpan? took = null, params string[] arguments) =>
        _met[step] = new(step, TestOutcome.Passed, code, arguments, took);

    /// <summary>Unless something was met there already.</summary>
    public void PassOnce(TestStep step, string code, TimeSpan? took = null, params string[] arguments)
    {
        if (!_met.ContainsKey(step)) Pass(step, code, took, arguments);
    }

    public void Warn(TestStep step, string code, params string[] arguments) =>
        _met[step] = new(step, TestOutcome.Warned, code, arguments, null);

    public TestedSteps Fail(TestStep step, string code, params string[] arguments) => FailAfter(null, step, code, arguments);

    /// <param name="took">How long one waited for it.</param>
    public TestedSteps FailAfter(TimeSpan? took, TestStep step, string code, params string[] arguments)
    {
        _met[step] = new(step, TestOutcome.Failed, code, arguments, took);
        return this;
    }

    public void Take(TestStep step, OutgoingException? failed, string code, params string[] arguments)
    {
        if (failed is null) Pass(step, code, null, arguments);
        else Fail(step, failed.Code, [.. failed.Arguments]);
    }
}
