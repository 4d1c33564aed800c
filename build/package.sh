#!/usr/bin/env bash
# Zips the functions as AWS Lambda takes them.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=artifacts/package/functions
runtime=${RUNTIME:-linux-x64}
rm -rf artifacts/package
dotnet publish src/OrgLens.Functions/OrgLens.Functions.csproj --configuration Release --runtime "$runtime" --self-contained false \
  --output "$folder" --verbosity quiet --nologo -nodeReuse:false -p:PublishReadyToRun="${READY_TO_RUN:-false}"
python3 - "$folder" artifacts/package/functions.zip <<'PYTHON'
import os, sys, zipfile
folder, target = sys.argv[1:]
with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
    for root, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            path = os.path.join(root, name)
            # One date for all, so that the same code gives the same package.
            entry = zipfile.ZipInfo(os.path.relpath(path, folder), (1980, 1, 1, 0, 0, 0))
            entry.external_attr = (0o755 if os.access(path, os.X_OK) else 0o644) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            with open(path, "rb") as source:
                package.writestr(entry, source.read())
PYTHON
echo "artifacts/package/functions.zip: $(wc -c <artifacts/package/functions.zip) bytes for $runtime"
