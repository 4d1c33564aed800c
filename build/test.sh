#!/usr/bin/env bash
# Runs all tests. The last line is "N passed, N failed"; the exit code is 0 only when all of them passed.
set -uo pipefail
cd "$(dirname "$0")/.."
log=$(mktemp)
trap 'rm -f "$log"' EXIT
dotnet test OrgLens.slnx --configuration Release --nologo --verbosity quiet -nodeReuse:false "$@" 2>&1 | tee "$log"
code=${PIPESTATUS[0]}
# One line per assembly: "Passed!  - Failed:     0, Passed:    27, Skipped:     0, Total:    27, ..."
read -r passed failed < <(awk '
  match($0, /Failed: +[0-9]+, Passed: +[0-9]+/) {
    split(substr($0, RSTART, RLENGTH), part, /[:,]/)
    failed += part[2]; passed += part[4]
  }
  END { print passed + 0, failed + 0 }' "$log")
if [ "$code" != 0 ] && [ "$failed" = 0 ]; then
  echo "The build or a test host failed: see above."
  failed=1
fi
echo "$passed passed, $failed failed"
[ "$code" = 0 ] && [ "$failed" = 0 ]
