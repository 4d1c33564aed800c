#!/usr/bin/env bash
# Asks the configured NuGet sources, in one restore, which of the official packages under src/standins they can provide,
# and writes the rest as StandInPackages to artifacts/standins.props. `make StandInPackages='A;B'` overrides the answer.
set -euo pipefail
cd "$(dirname "$0")/.."
# A folder is a package's stand-in if Directory.Packages.props has a version for its name; others hold what stand-ins share.
stand_ins() {
  for dir in src/standins/*/; do
    id=$(basename "$dir")
    if grep -qF "<PackageVersion Include=\"$id\"" Directory.Packages.props; then echo "$id"; fi
  done
}
props=artifacts/standins.props
if [ -n "${StandInPackages+set}" ]; then
  missing=$StandInPackages
elif [ -f "$props" ] && [ "$props" -nt Directory.Packages.props ] && [ "$props" -nt src/standins ]; then
  exit 0
else
  probe=artifacts/probe
  mkdir -p "$probe"
  {
    echo '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework><UseArtifactsOutput>false</UseArtifactsOutput></PropertyGroup><ItemGroup>'
    for id in $(stand_ins); do echo "<PackageReference Include=\"$id\" />"; done
    echo '</ItemGroup></Project>'
  } >"$probe/probe.csproj"
  printf '<Project><Import Project="../../Directory.Packages.props" /><PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally><CentralPackageTransitivePinningEnabled>true</CentralPackageTransitivePinningEnabled></PropertyGroup></Project>\n' >"$probe/Directory.Build.props"
  : >"$probe/Directory.Packages.props" && echo '<Project />' >"$probe/Directory.Packages.props"
  echo '<Project />' >"$probe/Directory.Build.targets"
  log=$(dotnet restore "$probe/probe.csproj" --no-cache -v quiet 2>&1) || true
  if grep -q 'NU1301' <<<"$log"; then
    echo "The package registry cannot be reached:" >&2
    grep -m1 'NU1301' <<<"$log" >&2
    exit 1
  fi
  # NU1603: there are newer versions, but not the one that goes together with the others.
  missing=$({
    grep -oE 'NU110[12]: Unable to find (a stable )?package [A-Za-z0-9.]+' <<<"$log" || true
    grep -oE 'NU1603: probe depends on [A-Za-z0-9.]+' <<<"$log" || true
  } | awk '{print $NF}' | sed 's/\.$//' | sort -u | paste -sd';' -)
fi
mkdir -p artifacts
content="<Project><PropertyGroup><StandInPackages>$missing</StandInPackages></PropertyGroup></Project>"
if [ ! -f "$props" ] || [ "$(cat "$props")" != "$content" ]; then echo "$content" >"$props"; else touch "$props"; fi
for id in $(stand_ins); do
  case ";$missing;" in *";$id;"*) echo "stand-in   $id" ;; *) echo "official   $id" ;; esac
done
