namespace Ephyto.AdminConsole.Tests.Architecture;

internal static class Findings
{
    /// <summary>Fails with every finding on a line of its own.</summary>
    public static void None(IEnumerable<string> findings)
    {
        var found = findings.Distinct().ToList();
        if (found.Count > 0)
            Assert.Fail(string.Join(Environment.NewLine, found));
    }
}
