using Npgsql;

namespace Ephyto.AdminConsole.Tests.Support.Tests;

public sealed class PostgresServerTests
{
    [Fact]
    public async Task A_database_made_on_the_private_server_answers()
    {
        var server = await PostgresServer.StartAsync();
        await server.ExecuteAsync("CREATE DATABASE proof");

        await using var connection = new NpgsqlConnection(server.ConnectionStringTo("proof"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT current_database()", connection);

        Assert.Equal("proof", await command.ExecuteScalarAsync());
    }
}
