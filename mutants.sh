#!/usr/bin/env bash
# Changes single operators of the domain, one at a time, and runs the domain's own tests on each change: which ones does no test notice?
#   ./mutants.sh                        the whole domain
#   ./mutants.sh Members Registrations  these folders of it
# The tests are those of Ephyto.AdminConsole.Tests/DomainModel, compiled for this alone with nothing but the domain. Changes that change
# nothing stand with their reasons in equivalent-mutants.txt there. Ends with an error when fewer than 95 in a hundred of the rest are
# noticed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
readonly goal=95
readonly folder=artifacts/mutants

mutate='"**/*.cs"'
if [ $# -gt 0 ]; then
  mutate=''
  for part in "$@"; do
    [ -d "Ephyto.Domain/$part" ] || { echo "Ephyto.Domain has no folder $part." >&2; exit 1; }
    mutate="$mutate${mutate:+, }\"**/$part/**/*.cs\""
  done
fi

rm -rf "$folder"
mkdir -p "$folder/tests"
cat >"$folder/tests/Mutants.csproj" <<'END'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <IsTestProject>true</IsTestProject>
    <RunAnalyzers>false</RunAnalyzers>
    <TieredPGO>false</TieredPGO>
    <DefineConstants>$(DefineConstants);MUTANTS</DefineConstants>
    <UseMicrosoftTestingPlatformRunner>true</UseMicrosoftTestingPlatformRunner>
  </PropertyGroup>
  <ItemGroup>
    <Using Include="Xunit" />
    <Compile Include="../../../Ephyto.AdminConsole.Tests/DomainModel/**/*.cs" />
    <Compile Include="../../../Ephyto.AdminConsole.Tests/Support/RandomText.cs;../../../Ephyto.AdminConsole.Tests/Support/Repository.cs" />
    <ProjectReference Include="../../../Ephyto.Domain/Ephyto.Domain.csproj" />
    <PackageReference Include="xunit.v3" />
  </ItemGroup>
</Project>
END
# Texts, whole statements and blocks are no operators.
cat >"$folder/tests/stryker-config.json" <<END
{
  "stryker-config": {
    "project": "Ephyto.Domain.csproj",
    "test-runner": "mtp",
    "concurrency": $(nproc),
    "reporters": ["json"],
    "ignore-mutations": ["string", "statement", "block", "initializer", "regex"],
    "mutate": [$mutate]
  }
}
END

dotnet tool restore >/dev/null
log="$PWD/$folder/stryker.log"
(cd "$folder/tests" && dotnet stryker --skip-version-check --output ../report) >"$log" 2>&1 || { tail -n 30 "$log" >&2; exit 1; }

python3 - "$folder/report/reports/mutation-report.json" Ephyto.AdminConsole.Tests/DomainModel/equivalent-mutants.txt "$goal" <<'END'
import json, sys

report, list_of_equivalents, goal = sys.argv[1], sys.argv[2], float(sys.argv[3])
equivalent, killed, survivors, listed = set(), 0, [], 0
for line in open(list_of_equivalents, encoding='utf-8'):
    if line.strip() and not line.startswith('#'):
        file, rest = line.split(' => ', 1)
        equivalent.add((file, rest.rsplit(' => ', 1)[0]))
for path, file in sorted(json.load(open(report, encoding='utf-8'))['files'].items()):
    name = path.replace('\\', '/').split('Ephyto.Domain/')[-1]
    for mutant in file['mutants']:
        text = ' '.join(mutant.get('replacement', '').split())
        if mutant['status'] in ('Killed', 'Timeout'):
            killed += 1
        elif mutant['status'] in ('Survived', 'NoCoverage'):
            if (name, text) in equivalent:
                listed += 1
            else:
                survivors.append((name, mutant['location']['start']['line'], text))
for name, line, text in survivors:
    print(f'Ephyto.Domain/{name}:{line}: no test notices {text}')
total = killed + len(survivors)
share = 100 * killed / total if total else 100
print(f'{total} mutants, {killed} killed ({share:.1f} %), {len(survivors)} survived; {listed} more change nothing')
sys.exit(share < goal)
END
