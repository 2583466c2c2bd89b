namespace Ephyto.AdminConsole.Features.Sandbox.FirstCall;

/// <summary>One client's first call.</summary>
/// <param name="Key">Of its words.</param>
/// <param name="File">As which it is saved; null where it is typed.</param>
/// <param name="Run">The command lines that run the file; null where it is typed.</param>
internal sealed record FirstCallBlock(string Key, string Lines, string? File = null, string? Run = null);

internal sealed partial class FirstCallCode
{
    /// <summary>In the order in which they are offered.</summary>
    public IReadOnlyList<FirstCallBlock> Blocks =>
    [
        new("Curl", Curl),
        new("Python", Python, "first-call.py", "python3 -m pip install zeep\npython3 first-call.py"),
        new("Node", Node, "first-call.mjs", "npm install soap\nnode first-call.mjs"),
        new("Php", Php, "first-call.php", "php first-call.php"),
        new("Java", Java, "FirstCall.java", $"{JavaKey}\njava FirstCall.java"),
        new("DotNet", DotNet, "first-call.cs", "dotnet run first-call.cs"),
    ];
}
