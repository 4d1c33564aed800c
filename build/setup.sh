#!/usr/bin/env bash
# Makes sure that this machine has what a target needs: build/setup.sh sdk postgres moto simulator page chromium packages
# What is missing is installed where that needs no password, and otherwise named in one line.
set -euo pipefail
cd "$(dirname "$0")/.."

fail() {
  echo "$1" >&2
  exit 1
}

# Runs apt-get as root, or fails where that would need a password.
apt() {
  command -v apt-get >/dev/null || return 1
  local as_root=()
  if [ "$(id -u)" != 0 ]; then
    sudo -n true 2>/dev/null || return 1
    as_root=(sudo -n)
  fi
  ${as_root[@]+"${as_root[@]}"} apt-get update -qq >&2 && ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >&2
}

sdk() {
  command -v dotnet >/dev/null || fail "The .NET 10 SDK is missing: install it from https://dotnet.microsoft.com/download/dotnet/10.0 and run make again."
  dotnet --list-sdks | grep -q '^10\.' || fail "dotnet is here, but no SDK 10: install it from https://dotnet.microsoft.com/download/dotnet/10.0 and run make again."
}

# Prints the folder of PostgreSQL binaries of a version that is supported.
find_postgres() {
  local folder major
  for folder in $(type -ap initdb | sed 's,/initdb$,,') /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql*/bin /usr/local/opt/postgresql*/bin; do
    [ -x "$folder/initdb" ] && [ -x "$folder/postgres" ] || continue
    major=$("$folder/initdb" --version | grep -oE '[0-9]+' | head -n 1)
    if [ "$major" -ge 15 ] && [ "$major" -le 18 ]; then
      echo "$folder"
      return
    fi
  done
  return 1
}

postgres() {
  find_postgres >/dev/null && return
  echo "Installing PostgreSQL ..." >&2
  if command -v brew >/dev/null; then
    brew install --quiet postgresql@17 >&2 || true
  else
    apt postgresql || true
  fi
  find_postgres >/dev/null ||
    fail "PostgreSQL 15 to 18 is missing: install it (macOS: brew install postgresql@17; Debian, Ubuntu: apt-get install postgresql, or postgresql-17 from https://apt.postgresql.org) and run make again."
}

moto() {
  [ -x .venv/bin/moto_server ] || command -v moto_server >/dev/null && return
  echo "Installing moto into .venv ..." >&2
  command -v python3 >/dev/null && python3 -c 'import ensurepip' 2>/dev/null || apt python3-venv ||
    fail "Python 3 with venv is missing: install it (Debian, Ubuntu: apt-get install python3-venv; macOS: brew install python) and run make again."
  { python3 -m venv .venv && .venv/bin/pip install --quiet --disable-pip-version-check 'moto[server]' >&2; } ||
    fail "moto could not be installed: run python3 -m venv .venv && .venv/bin/pip install 'moto[server]' to see why."
}

# Installs what a lock file names: npm_packages what manifest-folder target-folder
npm_packages() {
  local what=$1 manifest=$2 folder=$3
  cmp -s "$manifest/package-lock.json" "$folder/package-lock.json" && [ -d "$folder/node_modules" ] && return
  command -v npm >/dev/null && [ "$(node --version | grep -oE '[0-9]+' | head -n 1)" -ge 18 ] || apt nodejs npm ||
    fail "Node.js 18 or later with npm is missing: install it (Debian, Ubuntu: apt-get install nodejs npm; macOS: brew install node) and run make again."
  mkdir -p "$folder"
  cp "$manifest/package.json" "$manifest/package-lock.json" "$folder/"
  npm ci --prefix "$folder" --silent --no-audit --no-fund >&2 || {
    rm -rf "$folder"
    fail "npm could not install $what: run npm ci in $manifest to see why."
  }
}

# The judge of the templates' policies.
simulator() {
  npm_packages "the policy simulator" test/OrgLens.Functions.Tests/Template/Policies artifacts/policy-simulator
}

# The page of the dashboards as the command carries it: in parts for a browser that asks for them, and in one script for a report.
page() {
  local source=src/OrgLens.Cli/Dashboard/Page tools=artifacts/page-tools target=artifacts/page
  npm_packages "the chart library" "$source" "$tools"
  [ -z "$(find "$source" "$tools/package-lock.json" -newer "$target/page.js" -type f 2>&1)" ] && return
  rm -rf "$target"
  mkdir -p "$target"
  cp "$source/index.html" "$source/page.css" "$target/"
  bundle() {
    NODE_PATH="$PWD/$tools/node_modules" "$tools/node_modules/.bin/esbuild" --bundle --minify --target=es2022 --legal-comments=eof --charset=utf8 --log-level=warning "$@" ||
      fail "The page could not be bundled: see above."
  }
  bundle "$source/src/main.js" --format=iife --outfile="$target/report.js"
  bundle "$source/src/main.js" --format=esm --external:./charts.js --outfile="$target/page.js"
  bundle "$source/src/early.js" --format=iife --outfile="$target/early.js"
  bundle "$source/src/charts.js" --format=esm --outfile="$target/charts.js"
}

# The browser that tests and benchmarks drive, whose place is written down, and what they drive it with.
chromium() {
  npm_packages "what drives the browser" test/OrgLens.Cli.Tests/Dashboard/Browser artifacts/browser-tools
  find_chromium >/dev/null || {
    echo "Installing Chromium ..." >&2
    apt chromium || true
  }
  find_chromium >artifacts/browser-tools/browser ||
    fail "Chromium is missing: install it (Debian: apt-get install chromium), or name a Chrome or Chromium in CHROME, and run make again."
}

# Prints the browser's executable.
find_chromium() {
  local candidate
  for candidate in ${CHROME:+"$CHROME"} chromium chromium-browser google-chrome "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    type -P "$candidate" && return
  done
  return 1
}

packages() {
  build/probe-packages.sh
}

for need in "$@"; do
  "$need"
done
