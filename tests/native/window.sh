#!/usr/bin/env bash
# The desktop window under an X server: it opens, draws, takes a typed query, sleeps when idle, and says clearly what it cannot do.
#   KAMERLOEP_DESKTOP=build/release/kamerloep-desktop xvfb-run -a tests/native/window.sh
set -euo pipefail
program=${KAMERLOEP_DESKTOP:?}
screens=${KAMERLOEP_SCREENS:-/tmp}
mkdir -p "$screens"
work=$(mktemp -d)
export LANG=nl_NL.UTF-8 LC_ALL='' LIBGL_ALWAYS_SOFTWARE=1
window=
finish() { [ -z "$window" ] || kill "$window" 2>/dev/null || true; rm -rf "$work"; }
trap finish EXIT
failed=0
check() {  # check WHAT COMMAND...
  local what=$1
  shift
  if "$@"; then echo "ok: $what"; else echo "FAILED: $what"; failed=1; fi
}
# A picture with nothing on it packs to next to nothing.
drawn() { [ "$(gzip -c "$1" | wc -c)" -gt 20000 ]; }

# --- draws ------------------------------------------------------------------------------------------------------
"$program" --size 1280x820 --link '#q=grondstof&item=kst-36696-4/10' --screenshot "$screens/desktop.png"
check 'the screenshot shows something' drawn "$screens/desktop.png"
"$program" --size 1280x820 --dark --screenshot "$work/dark.png"
check 'dark, it looks otherwise' bash -c "! cmp -s '$screens/desktop.png' '$work/dark.png'"
check 'and is drawn as well' drawn "$work/dark.png"

# --- files ------------------------------------------------------------------------------------------------------
: >"$work/empty.txt"
status=0
"$program" "$work/empty.txt" --screenshot "$work/none.png" 2>"$work/said" || status=$?
check 'an empty file: code 3' [ "$status" = 3 ]
check 'and one sentence' [ "$(wc -l <"$work/said")" = 1 ]
status=0
"$program" "$work/absent.txt" --screenshot "$work/none.png" 2>"$work/said" || status=$?
check 'a file that is not there: code 3' [ "$status" = 3 ]
check 'named in the sentence' grep -q absent.txt "$work/said"
status=0
"$program" --nonsense 2>"$work/said" || status=$?
check 'wrong usage: code 2' [ "$status" = 2 ]
status=0
env -u DISPLAY -u WAYLAND_DISPLAY SDL_VIDEODRIVER=x11 "$program" 2>"$work/said" || status=$?
check 'no display: code 1' [ "$status" = 1 ]
check 'and one sentence' [ "$(wc -l <"$work/said")" = 1 ]

# --- takes a query, by the keyboard -----------------------------------------------------------------------------
if command -v xdotool >/dev/null; then
  "$program" --size 1280x820 &
  window=$!
  id=$(timeout 20 xdotool search --sync --onlyvisible --pid "$window" | tail -n 1)
  title() { xdotool getwindowname "$id"; }
  sleep 1
  import -window "$id" "$work/before.png" 2>/dev/null || true
  xdotool windowfocus "$id" 2>/dev/null || true
  xdotool mousemove --window "$id" 600 32 click 1
  sleep 0.3
  xdotool type --delay 30 grondstof
  sleep 1
  if [ -s "$work/before.png" ]; then
    import -window "$id" "$screens/desktop-query.png"
    check 'the typed query changed the picture' bash -c "! cmp -s '$work/before.png' '$screens/desktop-query.png'"
  fi
  # The first card opens; the title names what is open.
  xdotool mousemove --window "$id" 480 190 click 1
  sleep 1
  check "the title tells what is open: $(title)" bash -c "[[ '$(title)' == *36*696* ]]"

  # --- sleeps ---------------------------------------------------------------------------------------------------
  sleep 2
  before=$(awk '{ print $14 + $15 }' "/proc/$window/stat")
  sleep 3
  after=$(awk '{ print $14 + $15 }' "/proc/$window/stat")
  check "idle it uses no processor ($((after - before)) ticks in 3 s)" [ $((after - before)) -le 3 ]
  kill "$window"
  wait "$window" 2>/dev/null || true
  window=
fi
exit "$failed"
