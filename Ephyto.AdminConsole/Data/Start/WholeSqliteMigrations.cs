using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Ephyto.AdminConsole.Data.Start;

/// <summary>
/// Keeps each migration in one transaction. Where SQLite has to make a table anew, the stock generator ends the transaction
/// to switch foreign keys off and on, so that a process killed there leaves half a migration that no start gets over. Here they are
/// off for the whole connection that migrates.
/// </summary>
internal sealed class WholeSqliteMigrations(MigrationsSqlGeneratorDependencies dependencies, IRelationalAnnotationProvider annotations)
    : SqliteMigrationsSqlGenerator(dependencies, annotations)
{
    public override IReadOnlyList<MigrationCommand> Generate(
        IReadOnlyList<MigrationOperation> operations, IModel? model = null,
        MigrationsSqlGenerationOptions options = MigrationsSqlGenerationOptions.Default)
    {
        var builder = new MigrationCommandListBuilder(Dependencies);
        foreach (var command in base.Generate(operations, model, options))
        {
            if (command.TransactionSuppressed && command.CommandText.StartsWith("PRAGMA "
                + "foreign_keys", StringComparison.OrdinalIgnoreCase)) continue;
            builder.Append(command.CommandText).EndCommand(command.TransactionSuppressed);
        }

        return builder.GetCommandList();
    }
}
