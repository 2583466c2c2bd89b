namespace Ephyto.AdminConsole.Data.Start;

/// <summary>The console cannot start, for a reason that whoever runs it can do something about.</summary>
/// <param name="sentence">Says the reason and what to do, to be shown as it is.</param>
internal sealed class CannotStartException(string sentence) : Exception(sentence);
