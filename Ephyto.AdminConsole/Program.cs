using Ephyto.AdminConsole.Components;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddShell(builder.Configuration);

var app = builder.Build();
app.UseShell();
app.UseAuthorization();
app.UseAntiforgery();
app.MapGet("/health", () => Results.Json(new { status = "ok" }));
app.MapShell();
app.Run();
