# Sourced: where the pinned Emscripten is. Needs common.sh.
emsdk_version=$(cat "$top/emsdk-version.txt")
emsdk_repository=https://github.com/emscripten-core/emsdk.git
emsdk_dir=$cache/emsdk-$emsdk_version
emscripten_root_dir=$cache/emscripten-$emsdk_version-debian

is_pinned_emcc() { [ -n "$1" ] && [ "$("$1" -dumpversion 2>/dev/null)" = "$emsdk_version" ]; }

# Sets emscripten_kind: `direct` (emscripten_bin holds emcc) or `root` (run inside emscripten_root_dir).
find_emscripten() {
  local emcc
  for emcc in "$(command -v emcc)" "${EMSDK:+$EMSDK/upstream/emscripten/emcc}" "$emsdk_dir/emsdk/upstream/emscripten/emcc"; do
    if is_pinned_emcc "$emcc"; then
      emscripten_kind=direct
      emscripten_bin=$(dirname "$emcc")
      return 0
    fi
  done
  emscripten_kind=root
  [ -e "$emscripten_root_dir/root/usr/share/emscripten/emscripten-version.txt" ] &&
    [ "$(tr -d '"\n' <"$emscripten_root_dir/root/usr/share/emscripten/emscripten-version.txt")" = "$emsdk_version" ]
}
