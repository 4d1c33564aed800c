#!/usr/bin/env bash
# Leaves the functions executable in artifacts/functions and the command at artifacts/bin/orglens.
set -euo pipefail
cd "$(dirname "$0")/.."

case "$(uname -s)" in Darwin) os=osx ;; *) os=linux ;; esac
case "$(uname -m)" in arm64 | aarch64) cpu=arm64 ;; *) cpu=x64 ;; esac

publish() {
  dotnet publish "$@" --configuration Release --verbosity quiet --nologo -nodeReuse:false
}

# ReadyToRun code starts faster; its compiler is a package of its own, which not every registry has.
functions() {
  publish src/OrgLens.Functions/OrgLens.Functions.csproj --runtime "$os-$cpu" --self-contained false --output artifacts/functions "$@"
}
rm -rf artifacts/functions artifacts/cli
if ! log=$(functions -p:PublishReadyToRun=true 2>&1); then
  if grep -qiE 'NU110[0-9].*crossgen' <<<"$log"; then
    echo "The registry has no ReadyToRun compiler for $os-$cpu: the functions are published without it and start slower."
    functions
  else
    echo "$log" >&2
    exit 1
  fi
fi

publish src/OrgLens.Cli/OrgLens.Cli.csproj --output artifacts/cli
mkdir -p artifacts/bin
cat >artifacts/bin/orglens <<'LAUNCHER'
#!/bin/sh
exec dotnet "$(cd "$(dirname "$0")" && pwd)/../cli/OrgLens.Cli.dll" "$@"
LAUNCHER
chmod +x artifacts/bin/orglens
