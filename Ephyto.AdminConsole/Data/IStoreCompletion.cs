namespace Ephyto.AdminConsole.Data;

/// <summary>
/// What an older store lacks and the tables alone do not bring: done at every start, after the tables are there. It finds
/// out by itself whether there is anything to do, quickly, and two nodes may do it at once.
/// </summary>
internal interface IStoreCompletion
{
    Task CompleteAsync(ConsoleDbContext db, CancellationToken ct);
}
