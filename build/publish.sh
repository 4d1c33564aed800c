#!/usr/bin/env bash
# Leaves the functions executable in artifacts/functions and the command at artifacts/bin/orglens.
set -euo pipefail
cd "$(dirname "$0")/.."
. build/compiled.sh

rm -rf artifacts/functions artifacts/cli
publish_compiled src/OrgLens.Functions/OrgLens.Functions.csproj "$(machine_runtime)" artifacts/functions
dotnet publish src/OrgLens.Cli/OrgLens.Cli.csproj --configuration Release --output artifacts/cli --verbosity quiet --nologo -nodeReuse:false
mkdir -p artifacts/bin
cat >artifacts/bin/orglens <<'LAUNCHER'
#!/bin/sh
exec dotnet "$(cd "$(dirname "$0")" && pwd)/../cli/OrgLens.Cli.dll" "$@"
LAUNCHER
chmod +x artifacts/bin/orglens
