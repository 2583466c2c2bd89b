using Ephyto.AdminConsole.Components;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Members;
using Ephyto.AdminConsole.Features.Nppos;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Email;
using Microsoft.Extensions.Options;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddData(builder.Configuration);
builder.Services.AddPlatform(builder.Configuration, builder.Environment);
builder.Services.AddShell(builder.Configuration);
builder.Services.AddNppos();
builder.Services.AddMembers(builder.Configuration);

var app = builder.Build();
app.Services.GetRequiredService<IStartupValidator>().Validate();
app.UseShell();
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();
app.MapGet("/health", () => Results.Json(new { status = "ok" }));
app.MapEmail();
app.MapShell();
await app.Services.MigrateDatabaseAsync(CancellationToken.None);
app.Run();
