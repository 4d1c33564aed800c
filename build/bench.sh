#!/usr/bin/env bash
# Measures with code that is compiled ahead of time, as it is deployed: processes of a few seconds would measure their own compiling.
set -euo pipefail
cd "$(dirname "$0")/.."
. build/compiled.sh
rm -rf artifacts/bench
publish_compiled bench/OrgLens.Bench/OrgLens.Bench.csproj "$(machine_runtime)" artifacts/bench
exec dotnet artifacts/bench/OrgLens.Bench.dll "$@"
