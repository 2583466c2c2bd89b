namespace Ephyto.AdminConsole.Data;

/// <summary>
/// What a new or an older store lacks and the tables alone do not bring: done at every start, in the order of registration, after
/// the tables are there, while no other node does. It finds out by itself whether there is anything to do, quickly, and gets over
/// its own work half done by a process that was killed.
/// </summary>
internal interface IStoreCompletion
{
    Task CompleteAsync(ConsoleDbContext db, CancellationToken ct);
}
