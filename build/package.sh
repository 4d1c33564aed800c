#!/usr/bin/env bash
# Zips the functions as AWS Lambda takes them, for arm64 (functions.zip, what the templates run) and for x64 (functions-x64.zip),
# and writes the template with the zip in it, ready for `sam deploy`. With the argument "receiver" it also packs the command with its runtime
# for cloudformation/receiver-ec2.yaml. The same code gives the same bytes.
set -euo pipefail
cd "$(dirname "$0")/.."
target=artifacts/package
rm -rf "$target"
. build/compiled.sh

for cpu in arm64 x64; do
  publish_compiled src/OrgLens.Functions/OrgLens.Functions.csproj "linux-$cpu" "$target/$cpu"
done

if [ "${1:-}" = receiver ]; then
  dotnet publish src/OrgLens.Cli/OrgLens.Cli.csproj --configuration Release --runtime linux-arm64 --self-contained true \
    --output "$target/receiver" --verbosity quiet --nologo -nodeReuse:false
fi

python3 - "$target" <<'PYTHON'
import gzip, hashlib, json, os, shutil, sys, tarfile, zipfile
target = sys.argv[1]

def files(folder):
    for root, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            # What the compiler says about the code is for editors.
            if not name.endswith(".xml"):
                path = os.path.join(root, name)
                yield path, os.path.relpath(path, folder), 0o755 if os.access(path, os.X_OK) else 0o644

def report(name):
    with open(os.path.join(target, name), "rb") as package:
        content = package.read()
    print(f"{target}/{name}: {len(content):,} bytes, sha256 {hashlib.sha256(content).hexdigest()[:16]}")

for cpu, name in ("arm64", "functions.zip"), ("x64", "functions-x64.zip"):
    folder = os.path.join(target, cpu)
    with zipfile.ZipFile(os.path.join(target, name), "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for path, inside, mode in files(folder):
            # One date for all, so that the same code gives the same package.
            entry = zipfile.ZipInfo(inside, (1980, 1, 1, 0, 0, 0))
            entry.external_attr = mode << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            with open(path, "rb") as source:
                package.writestr(entry, source.read())
    shutil.rmtree(folder)
    report(name)
folder = os.path.join(target, "receiver")
if os.path.isdir(folder):
    name = "receiver.tar.gz"
    with open(os.path.join(target, name), "wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as zipped, tarfile.open(fileobj=zipped, mode="w") as package:
        for path, inside, mode in files(folder):
            entry = package.gettarinfo(path, inside)
            entry.mode, entry.mtime, entry.uid, entry.gid, entry.uname, entry.gname = mode, 0, 0, 0, "root", "root"
            with open(path, "rb") as source:
                package.addfile(entry, source)
    shutil.rmtree(folder)
    report(name)
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
