#!/usr/bin/env bash
# Zips the functions as AWS Lambda takes them, for arm64 (functions.zip, what the templates run) and for x64 (functions-x64.zip),
# and writes the template with the zip in it, ready for `sam deploy`. The same code gives the same bytes.
set -euo pipefail
cd "$(dirname "$0")/.."
target=artifacts/package
rm -rf "$target"

functions() {
  dotnet publish src/OrgLens.Functions/OrgLens.Functions.csproj --configuration Release --runtime "linux-$1" --self-contained false \
    --output "$target/$1" --verbosity quiet --nologo -nodeReuse:false -p:ContinuousIntegrationBuild=true -p:DebugType=none "${@:2}"
}

for cpu in arm64 x64; do
  # ReadyToRun code starts faster; its compiler is a package of its own, which not every registry has.
  if ! log=$(functions "$cpu" -p:PublishReadyToRun=true 2>&1); then
    if grep -qiE 'NU110[0-9].*crossgen' <<<"$log"; then
      echo "The registry has no ReadyToRun compiler: the functions for $cpu are packaged without it and start slower."
      functions "$cpu"
    else
      echo "$log" >&2
      exit 1
    fi
  fi
done

python3 - "$target" <<'PYTHON'
import hashlib, json, os, shutil, sys, zipfile
target = sys.argv[1]
for cpu, name in ("arm64", "functions.zip"), ("x64", "functions-x64.zip"):
    folder = os.path.join(target, cpu)
    with zipfile.ZipFile(os.path.join(target, name), "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for root, folders, names in os.walk(folder):
            folders.sort()
            for entry_name in sorted(names):
                if entry_name.endswith(".xml"):
                    continue
                path = os.path.join(root, entry_name)
                # One date for all, so that the same code gives the same package.
                entry = zipfile.ZipInfo(os.path.relpath(path, folder), (1980, 1, 1, 0, 0, 0))
                entry.external_attr = (0o755 if os.access(path, os.X_OK) else 0o644) << 16
                entry.compress_type = zipfile.ZIP_DEFLATED
                with open(path, "rb") as source:
                    package.writestr(entry, source.read())
    shutil.rmtree(folder)
    with open(os.path.join(target, name), "rb") as package:
        content = package.read()
    print(f"{target}/{name}: {len(content):,} bytes, sha256 {hashlib.sha256(content).hexdigest()[:16]}")
with open("serverless.template") as source:
    template = json.load(source)
for resource in template["Resources"].values():
    properties = resource.get("Properties", {})
    if "CodeUri" in properties:
        properties["CodeUri"] = "functions.zip"
    if "TemplateURL" in properties:
        properties["TemplateURL"] = os.path.relpath(properties["TemplateURL"], target)
with open(os.path.join(target, "serverless.template"), "w") as file:
    json.dump(template, file, indent=2)
PYTHON
