#!/usr/bin/env bash
# Gets what the tests need, builds, runs all tests, and ends with one line: "N passed, N failed".
#   EPHYTO_TESTS_STRICT=1   a missing browser, database or mail server fails tests instead of leaving them out
#   EPHYTO_TEST_POSTGRES    connection string of a PostgreSQL server to use instead of a private one
# Arguments are passed on to the test runner, for instance: ./test.sh -class '*RegistrationTests'
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
[ -d "${HOME:-}" ] || { export HOME="$PWD/artifacts/home" && mkdir -p "$HOME"; }
readonly configuration=Debug
readonly limit_seconds=4800

passed=0 failed=0 skipped=0 log=''

finish() {
  local code=$?
  [ -z "$log" ] || rm -f "$log"
  if [ "$code" = 0 ] && { [ "$failed" != 0 ] || [ "$passed" = 0 ]; }; then code=1; fi
  if [ "$code" != 0 ] && [ "$failed" = 0 ] && [ "$passed" != 0 ]; then failed=1; fi
  if [ "$skipped" = 0 ]; then
    echo "$passed passed, $failed failed"
  else
    echo "$passed passed, $failed failed, $skipped skipped"
  fi
  exit "$code"
}
trap finish EXIT

has_command() { command -v "$1" >/dev/null 2>&1; }
has_headless_shell() { has_command chromium-headless-shell; }
has_browser() {
  has_headless_shell || has_command chromium || has_command chromium-browser || has_command google-chrome \
    || has_command google-chrome-stable
}
has_postgres() { [ -n "${EPHYTO_TEST_POSTGRES:-}" ] || has_command initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; }
has_nginx() { has_command nginx || [ -x /usr/sbin/nginx ]; }
has_smtp() { /usr/bin/python3 -c 'import aiosmtpd' 2>/dev/null || python3 -c 'import aiosmtpd' 2>/dev/null; }
has_zeep() { /usr/bin/python3 -c 'import zeep' 2>/dev/null; }
has_php_soap() { php -r "exit(class_exists('SoapClient') ? 0 : 1);" 2>/dev/null; }
has_fonts_for() { ! has_command fc-list || [ -n "$(fc-list ":lang=$1" 2>/dev/null)" ]; }

install() {
  echo "Installing $*"
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" </dev/null >/dev/null
}

install_what_is_missing() {
  local packages=()
  has_postgres || packages+=(postgresql)
  has_smtp || packages+=(python3-aiosmtpd)
  has_nginx || packages+=(nginx-light)
  has_zeep || packages+=(python3-zeep)
  has_php_soap || packages+=(php-cli php-soap)
  has_command curl || packages+=(curl)
  has_fonts_for ar || packages+=(fonts-noto-core)
  has_fonts_for zh || packages+=(fonts-noto-cjk)
  { [ "${#packages[@]}" -gt 0 ] || ! has_headless_shell; } || return 0
  [ "$(id -u)" = 0 ] && has_command apt-get || return 0
  apt-get update -qq </dev/null >/dev/null || echo "apt-get could not read its sources."
  # Without the windows of a whole Chromium a page opens three times as fast.
  has_headless_shell || install chromium-headless-shell || has_browser || install chromium || echo "apt-get could not install a browser."
  [ "${#packages[@]}" = 0 ] || install "${packages[@]}" || echo "apt-get could not install ${packages[*]}."
}

# A client of the sandbox that comes from npm. The tests go on without it.
readonly soap=soap@1.13.0
get_soap_for_node() {
  { has_command node && has_command npm; } || return 0
  [ ! -d artifacts/node/node_modules/soap ] || return 0
  mkdir -p artifacts/node
  npm install --prefix artifacts/node --no-save --no-package-lock --ignore-scripts --no-audit --no-fund --loglevel=error "$soap" \
    </dev/null >/dev/null || echo "npm could not get $soap: the sandbox is not tried with Node.js."
}

say_what_is_missing() {
  has_browser || echo "No Chromium is installed: the tests in a browser are left out."
  has_postgres || echo "No PostgreSQL is installed: the tests on PostgreSQL are left out."
  has_nginx || echo "No nginx is installed: the tests behind a proxy that ends TLS are left out."
  has_zeep || echo "No zeep for python3 is installed: the sandbox is not tried with it."
  has_command node || echo "No Node.js is installed: the sandbox is not tried with it."
  has_php_soap || echo "No PHP with SOAP is installed: the sandbox is not tried with it."
  has_command curl || echo "No curl is installed: the sandbox is not tried with it."
  has_smtp || echo "No aiosmtpd for python3 is installed: the tests with a real mail server are left out."
}

if ! has_command dotnet; then
  echo "The .NET SDK 10 is not installed: see https://dotnet.microsoft.com/download" >&2
  exit 1
fi
install_what_is_missing
get_soap_for_node
say_what_is_missing

dotnet build Ephyto.AdminConsole.sln -c "$configuration" -v q -clp:NoSummary -nodeReuse:false </dev/null
# Where the compiler for this cannot be had, the same tests take longer.
dotnet msbuild Ephyto.AdminConsole.Tests/Precompile/Precompile.csproj -restore -t:Precompile \
  "-p:Configuration=$configuration" -v:q -nologo -nodeReuse:false </dev/null >/dev/null \
  || echo "The console could not be compiled before it is started: the tests take longer."

log=$(mktemp)
run=(dotnet "Ephyto.AdminConsole.Tests/bin/$configuration/net10.0/Ephyto.AdminConsole.Tests.dll" -noColor -noLogo "$@")
if has_command timeout; then run=(timeout --foreground -k 20 "$limit_seconds" "${run[@]}"); fi
code=0
"${run[@]}" </dev/null 2>&1 | tee "$log" || code=$?

# "   Ephyto.AdminConsole.Tests  Total: 9, Errors: 0, Failed: 0, Skipped: 0, Not Run: 0, Time: 1.2s"
summary=$(grep -E ' Total: [0-9]+, Errors: [0-9]+, Failed:' "$log" | tail -n 1 || true)
count() { sed -nE "s/.* $1: ([0-9]+),.*/\1/p" <<<"$summary"; }
if grep -qE ' Total: 0$' "$log"; then
  echo "No test ran." >&2
  exit 1
fi
if [ -z "$summary" ]; then
  echo "The test run ended before it could say what it did (exit code $code)." >&2
  failed=1
  exit 1
fi
# Once more at the end, where nobody has to look for it among thousands of lines: what failed, and with which words.
sed 's/\x1b\[[0-9;]*m//g' "$log" | awk '
  / \[FAIL\]$/ { if (!told++) print "=== FAILED ==="; left = 25; print; next }
  left > 0 && (/^      / || /^$/) { left--; print; next }
  { left = 0 }' || true
skipped=$(count Skipped)
failed=$(($(count Failed) + $(count Errors)))
passed=$(($(count Total) - $(count Failed) - skipped - $(count 'Not Run')))
exit "$code"
