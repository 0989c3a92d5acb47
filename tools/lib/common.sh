# Sourced by ./run, ./test and the scripts in tools/: the few helpers they share.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# Everything downloaded lives outside the checkout, so that a clean clone starts quickly.
cache=${XDG_CACHE_HOME:-$HOME/.cache}/kamerloep
export KAMERLOEP_CACHE=$cache

say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }
warn() { printf 'kamerloep: %s\n' "$*" >&2; }
die() { warn "$*"; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif have sudo; then sudo "$@"; else die "needs root or sudo for: $*"; fi
}

sha256() { if have sha256sum; then sha256sum "$@"; else shasum -a 256 "$@"; fi | cut -d' ' -f1; }  # of files or stdin

# make_once DIR COMMAND...: COMMAND fills a fresh folder (its last argument), which then becomes DIR in one rename.
# A second caller waits for the first and finds it ready; an interrupted one leaves nothing half done.
make_once() {
  local dir=$1
  shift
  [ -e "$dir" ] && return 0
  mkdir -p "$(dirname "$dir")"
  (
    if have flock; then flock 9; fi
    [ -e "$dir" ] && exit 0
    rm -rf "$dir.partial"
    mkdir "$dir.partial"
    "$@" "$dir.partial" && mv "$dir.partial" "$dir"
  ) 9>"$dir.lock"
}
