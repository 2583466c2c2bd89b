# syntax=docker/dockerfile:1
# Two stages: build with the SDK, run on the ASP.NET runtime as a user without rights.

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
# The restore layer changes only when a project file or a version does.
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY Ephyto.Domain/Ephyto.Domain.csproj Ephyto.Domain/
COPY Ephyto.AdminConsole/Ephyto.AdminConsole.csproj Ephyto.AdminConsole/
RUN dotnet restore Ephyto.AdminConsole/Ephyto.AdminConsole.csproj
COPY Ephyto.Domain/ Ephyto.Domain/
COPY Ephyto.AdminConsole/ Ephyto.AdminConsole/
RUN dotnet publish Ephyto.AdminConsole/Ephyto.AdminConsole.csproj --configuration Release --no-restore --output /app -p:UseAppHost=false

FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS run
WORKDIR /app
COPY --from=build /app ./
# The data directory belongs to the user the image runs as; mount a volume there.
USER root
RUN mkdir -p /data && chown "$APP_UID" /data
USER $APP_UID
VOLUME /data
ENV ASPNETCORE_HTTP_PORTS=8080 \
    Storage__DataDirectory=/data
# 5443: the sandbox, where it is enabled.
EXPOSE 8080 5443
# The runtime image carries no curl: the app asks itself.
HEALTHCHECK --interval=30s --timeout=5s --start-period=40s --retries=3 \
    CMD ["dotnet", "Ephyto.AdminConsole.dll", "check-health"]
ENTRYPOINT ["dotnet", "Ephyto.AdminConsole.dll"]
