# shellcheck shell=bash
# For scripts to read: publishes with code that is compiled ahead of time (ReadyToRun), which starts faster. Its compiler is a package of
# its own, which not every registry has.

# The runtime of this machine.
machine_runtime() {
  local os cpu
  case "$(uname -s)" in Darwin) os=osx ;; *) os=linux ;; esac
  case "$(uname -m)" in arm64 | aarch64) cpu=arm64 ;; *) cpu=x64 ;; esac
  echo "$os-$cpu"
}

# publish_compiled PROJECT RUNTIME FOLDER
publish_compiled() {
  local log publish=(dotnet publish "$1" --configuration Release --runtime "$2" --self-contained false --output "$3" --verbosity quiet --nologo -nodeReuse:false)
  if ! log=$("${publish[@]}" -p:PublishReadyToRun=true 2>&1); then
    if grep -qiE 'NU110[0-9].*crossgen' <<<"$log"; then
      echo "The registry has no ReadyToRun compiler for $2: $1 is published without it and starts slower."
      "${publish[@]}"
    else
      echo "$log" >&2
      return 1
    fi
  fi
}
