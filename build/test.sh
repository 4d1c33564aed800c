#!/usr/bin/env bash
# Runs all tests, two assemblies at a time. The last line is "N passed, N failed"; the exit code is 0 only when all of them passed.
set -uo pipefail
cd "$(dirname "$0")/.."
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
# Tests make and drop databases by the hundred: where there is memory enough for them, they need no disk.
if [ "$(df --output=avail /dev/shm 2>/dev/null | tail -n 1)" -gt 2000000 ] 2>/dev/null && [ "$(awk '/^MemAvailable/ { print $2 }' /proc/meminfo)" -gt 4000000 ]; then
  TMPDIR=$(mktemp -d /dev/shm/orglens.XXXXXX)
  export TMPDIR
  trap 'rm -rf "$logs" "$TMPDIR"' EXIT
fi
run() {
  dotnet test "$1" --configuration Release --no-build --nologo --logger "console;verbosity=minimal" "${@:3}" >"$2/$(basename "$1").log" 2>&1
  local code=$?
  cat "$2/$(basename "$1").log"
  return "$code"
}
export -f run
# Those that take longest begin, so that none is left alone at the end.
dotnet build OrgLens.slnx --configuration Release --nologo --verbosity quiet -nodeReuse:false &&
  printf '%s\n' test/OrgLens.{Tests,Functions.Tests,Cli.Tests}/*.csproj test/*/*.csproj | awk '!seen[$0]++' | xargs -P 2 -I '{}' bash -c 'run "$@"' run '{}' "$logs" "$@"
code=$?
# One line per assembly: "Passed!  - Failed:     0, Passed:    27, Skipped:     0, Total:    27, ..."
read -r passed failed < <(cat "$logs"/*.log 2>/dev/null | awk '
  match($0, /Failed: +[0-9]+, Passed: +[0-9]+/) {
    split(substr($0, RSTART, RLENGTH), part, /[:,]/)
    failed += part[2]; passed += part[4]
  }
  END { print passed + 0, failed + 0 }')
if [ "$code" != 0 ] && [ "$failed" = 0 ]; then
  echo "The build or a test host failed: see above."
  failed=1
fi
echo "$passed passed, $failed failed"
[ "$code" = 0 ] && [ "$failed" = 0 ]
