#!/usr/bin/env bash
# Sets everything up from a bare Debian or Ubuntu machine: what is missing is installed, the native half of torch/ is built against the
# installed libtorch, and the solution is restored and built. Run it as often as you like: only what changed is done again.
set -euo pipefail
if [[ -d "${LIBTORCH:-}" ]]; then LIBTORCH="$(realpath "$LIBTORCH")"; fi
cd "$(dirname "${BASH_SOURCE[0]}")"

# The SDK then runs where ICU is not installed; nothing here is localised.
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1

readonly native=artifacts/torch/libEspalierTorch.so
readonly fingerprint=artifacts/torch/fingerprint
readonly version_header=torch/csrc/api/include/torch/version.h

usage() {
  cat <<'TEXT'
usage: ./setup.sh [--torch-only | --program]

  --torch-only  stops when libtorch and the native library are there; does not build the solution
  --program     builds the command line and the plugins, not the tests
  --help        shows this text

Environment:
  LIBTORCH            folder of an unpacked libtorch, or of the `torch` package of an installed PyTorch (1.13 or newer):
                      it is used in place of the system's libtorch
  TorchSharpSource    `package` takes TorchSharp from NuGet and needs neither libtorch nor a C++ compiler;
                      `system` (the default where libtorch is found or can be installed) uses torch/
TEXT
}

say() { printf '%s\n' "$*"; }

fail() {
  printf 'setup: %s\n' "$@" >&2
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

check_dotnet() {
  local said
  if ! have dotnet; then
    said="dotnet is not on the PATH"
  elif said="$(dotnet --version 2>&1)"; then
    return
  fi
  fail "the .NET SDK 10.0 is missing (global.json asks for it): $said" \
    "One of these installs it:" \
    "  Ubuntu:   sudo apt-get install dotnet-sdk-10.0" \
    "  anywhere: curl -sSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0" \
    "            export PATH=\"\$HOME/.dotnet:\$PATH\" DOTNET_ROOT=\"\$HOME/.dotnet\"" \
    "  or the installer from https://dotnet.microsoft.com/download/dotnet/10.0" \
    "then run ./setup.sh again."
}

# The folder with libtorch's headers; empty when there is none.
torch_include() {
  local folder
  for folder in ${LIBTORCH:+"$LIBTORCH/include"} ${LIBTORCH:-/usr/include /usr/local/include}; do
    if [[ -f "$folder/$version_header" ]]; then
      printf '%s' "$folder"
      return
    fi
  done
}

# Debian packages for everything that is missing.
missing_packages() {
  have g++ || printf 'g++ '
  have cmake || printf 'cmake '
  have make || have ninja || printf 'make '
  [[ -z "${LIBTORCH:-}" ]] || return 0
  [[ -n "$(torch_include)" ]] || printf 'libtorch-dev '
  # Without it, Debian's libtorch multiplies matrices with the reference BLAS, many times slower.
  if have dpkg-query && ! dpkg-query -W -f '${Status}' libopenblas0-openmp 2>/dev/null | grep -q '^install ok installed'; then
    printf 'libopenblas0-openmp '
  fi
}

install_packages() {
  local -a packages=("$@") root=()
  if ! have apt-get; then
    fail "missing here: ${packages[*]} (Debian's names), and there is no apt-get to install them with." \
      "Install a C++17 compiler and CMake 3.18 or newer, unpack a libtorch (or install PyTorch), name its folder, and run setup again:" \
      "  export LIBTORCH=/path/to/libtorch        # holds include/ and lib/" \
      "  export LIBTORCH=\"\$(python3 -c 'import torch, os; print(os.path.dirname(torch.__file__))')\"" \
      "Where TorchSharp's NuGet package works (Windows, macOS, Linux on x64), none of that is needed:" \
      "  export TorchSharpSource=package"
  fi

  if [[ $EUID -ne 0 ]]; then
    have sudo || fail "missing here: ${packages[*]}. Run as root: apt-get install ${packages[*]}"
    root=(sudo)
  fi

  say "installing ${packages[*]} ..."
  local -a apt=("${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0)
  local log
  log="$(mktemp)"
  # The package lists may be missing or old: they are fetched when the first attempt fails.
  if ! "${apt[@]}" install -y --no-install-recommends "${packages[@]}" >"$log" 2>&1 &&
    ! { "${apt[@]}" update >"$log" 2>&1 && "${apt[@]}" install -y --no-install-recommends "${packages[@]}" >>"$log" 2>&1; }; then
    cat "$log" >&2
    rm -f "$log"
    fail "apt-get could not install ${packages[*]} (see above)." \
      "Where the distribution has no libtorch, unpack one (or install PyTorch) and set LIBTORCH to its folder: ./setup.sh --help"
  fi
  rm -f "$log"
}

# One line for the libtorch in use, one for our sources: the native library is rebuilt when either changes.
native_fingerprint() {
  local include library
  include="$(torch_include)"
  for library in "${LIBTORCH:+$LIBTORCH/lib/libtorch_cpu.so}" "$(g++ -print-file-name=libtorch_cpu.so)" /usr/local/lib/libtorch_cpu.so; do
    if [[ -f "$library" ]]; then break; fi
  done
  printf '%s %s %s\n' "$include" "$(sha256sum <"$include/$version_header" | cut -c1-16)" "$(stat -L -c '%n %s %Y' "$library" 2>/dev/null)"
  find torch/native -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum
}

build_native() {
  local wanted log
  [[ -n "$(torch_include)" ]] || fail "LIBTORCH is '$LIBTORCH', and there is no include/$version_header in it." \
    "It must name the folder of an unpacked libtorch, or of an installed PyTorch's \`torch\` package (both hold include/ and lib/)."
  wanted="$(native_fingerprint)"
  if [[ -f "$native" && -f "$fingerprint" && "$(<"$fingerprint")" == "$wanted" ]]; then return; fi

  say "building $native against libtorch in $(torch_include) (a minute or two) ..."
  mkdir -p artifacts/torch/build
  # What CMake found for another libtorch must not be used again.
  rm -f "$fingerprint" artifacts/torch/build/CMakeCache.txt
  log=artifacts/torch/build.log
  local -a generator=()
  if have ninja && [[ ! -f artifacts/torch/build/Makefile ]]; then generator=(-G Ninja); fi
  if ! { cmake -S torch/native -B artifacts/torch/build "${generator[@]}" -DCMAKE_BUILD_TYPE=Release -DLIBTORCH="${LIBTORCH:-}" \
    -DCMAKE_LIBRARY_OUTPUT_DIRECTORY="$PWD/artifacts/torch" && cmake --build artifacts/torch/build --parallel "$(nproc)"; } >"$log" 2>&1; then
    cat "$log" >&2
    fail "the native library could not be built (see above; the log is $log)."
  fi
  printf '%s\n' "$wanted" >"$fingerprint"
}

build() {
  local log=artifacts/build.log
  if [[ ! -d artifacts/bin ]]; then say "building $1 ..."; fi
  mkdir -p artifacts
  if ! dotnet build "$1" -c Release -nologo -v quiet -clp:NoSummary >"$log" 2>&1; then
    grep -E '\berror\b' "$log" >&2 || cat "$log" >&2
    fail "$1 could not be built (see above; the log is $log)."
  fi
}

main() {
  local torch_only=false target=Framework.sln argument
  for argument in "$@"; do
    case "$argument" in
      --torch-only) torch_only=true ;;
      --program) target=hosts/Program.proj ;;
      --help | -h)
        usage
        return
        ;;
      *)
        usage >&2
        fail "unknown argument '$argument'"
        ;;
    esac
  done

  if [[ "$torch_only" == false ]]; then check_dotnet; fi

  case "${TorchSharpSource:-system}" in
    package) ;;
    system)
      local -a missing
      read -ra missing <<<"$(missing_packages)"
      if [[ ${#missing[@]} -gt 0 ]]; then install_packages "${missing[@]}"; fi
      build_native
      ;;
    *) fail "TorchSharpSource is '$TorchSharpSource': it must be 'package' or 'system'." ;;
  esac

  if [[ "$torch_only" == false ]]; then build "$target"; fi
}

main "$@"
